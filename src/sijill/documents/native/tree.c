/* Letters go in; a tree that holds them comes out: see tree.h. */

#include "tree.h"

#include <string.h>

int
hold_one_more(void **array, int count, int *held, size_t size)
{
    void *wider;

    if (count < *held) {
        return 1;
    }
    if ((wider = PyMem_Realloc(*array, (*held ? 2 * (size_t)*held : 256) * size)) == NULL) {
        PyErr_NoMemory();
        return 0;
    }
    *array = wider;
    *held = *held ? 2 * *held : 256;
    return 1;
}

/* Make room for as many branches again; 0 with an error set. */
static int
widen(Tree *tree)
{
    Branch *old = tree->branches;
    size_t size = old == NULL ? 0 : tree->mask + 1, i;
    size_t wider = size ? 2 * size : 1024;

    if ((tree->branches = PyMem_Malloc(wider * sizeof(Branch))) == NULL) {
        tree->branches = old;
        PyErr_NoMemory();
        return 0;
    }
    memset(tree->branches, NONE, wider * sizeof(Branch));
    tree->mask = wider - 1;
    for (i = 0; i < size; i++) {
        if (old[i].from != NONE) {
            *branch_of(tree, old[i].from, old[i].sign) = old[i];
        }
    }
    PyMem_Free(old);
    return 1;
}

/* Give a new knot, NONE with an error set. */
static int
new_knot(Tree *tree)
{
    if (!hold_one_more((void **)&tree->marks, tree->knots, &tree->held, sizeof(int))) {
        return NONE;
    }
    tree->marks[tree->knots] = NONE;
    return tree->knots++;
}

int
plant(Tree *tree)
{
    return widen(tree) && new_knot(tree) != NONE;
}

void
fell(Tree *tree)
{
    PyMem_Free(tree->branches);
    PyMem_Free(tree->marks);
}

int
grow(Tree *tree, int knot, Py_UCS4 sign)
{
    Branch *branch = branch_of(tree, knot, sign);
    int to;

    if (branch->from != NONE) {
        return branch->to;
    }
    if ((to = new_knot(tree)) == NONE) {
        return NONE;
    }
    *branch = (Branch){.from = knot, .sign = sign, .to = to};
    return 2 * (size_t)tree->knots > tree->mask && !widen(tree) ? NONE : to;
}
