/* A tree of letters: from knot to knot it is gone down with the letters of a word.
 *
 * Its branches lie in one table of open places. Each knot has a mark, which is for its owner.
 */

#ifndef SIJILL_TREE_H
#define SIJILL_TREE_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <string.h>

#define NONE (-1)
#define ROOT 0

/* One letter further down: from a knot of the tree to another. */
typedef struct {
    int from; /* NONE where the place is free */
    Py_UCS4 sign;
    int to;
} Branch;

typedef struct {
    Branch *branches;
    size_t mask;
    int *marks; /* of each knot, NONE at first */
    int knots, held;
} Tree;

/* Give the place of a branch, or the free one where it would be. */
static inline Branch *
branch_of(const Tree *tree, int from, Py_UCS4 sign)
{
    size_t at = ((unsigned int)from * 0x9e3779b1u) ^ (sign * 0x85ebca6bu);

    for (at = (at ^ at >> 15) & tree->mask;; at = (at + 1) & tree->mask) {
        Branch *branch = &tree->branches[at];

        if (branch->from == NONE || (branch->from == from && branch->sign == sign)) {
            return branch;
        }
    }
}

/* Give the knot a letter below another, NONE where there is none. */
static inline int
knot_below(const Tree *tree, int knot, Py_UCS4 sign)
{
    const Branch *branch = branch_of(tree, knot, sign);

    return branch->from == NONE ? NONE : branch->to;
}

/* Make room for one more item of an array; 0 with an error set. */
static inline int
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
static inline int
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
static inline int
new_knot(Tree *tree)
{
    if (!hold_one_more((void **)&tree->marks, tree->knots, &tree->held, sizeof(int))) {
        return NONE;
    }
    tree->marks[tree->knots] = NONE;
    return tree->knots++;
}

/* Make a tree of a root alone; 0 with an error set. */
static inline int
plant(Tree *tree)
{
    return widen(tree) && new_knot(tree) != NONE;
}

/* Give back what a tree holds. */
static inline void
fell(Tree *tree)
{
    PyMem_Free(tree->branches);
    PyMem_Free(tree->marks);
}

/* Give the knot a letter below another, made where there is none; NONE with an error set. */
static inline int
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

#endif
