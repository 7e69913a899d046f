/* A tree of letters: from knot to knot it is gone down with the letters of a word.
 *
 * Its branches lie in one table of open places. Each knot has a mark, which is for its owner.
 */

#ifndef SIJILL_DOCUMENTS_TREE_H
#define SIJILL_DOCUMENTS_TREE_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

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

/* Make a tree of a root alone; 0 with an error set. */
int plant(Tree *tree);

/* Give back what a tree holds. */
void fell(Tree *tree);

/* Give the knot a letter below another, made where there is none; NONE with an error set. */
int grow(Tree *tree, int knot, Py_UCS4 sign);

/* Make room for one more item of an array; 0 with an error set. */
int hold_one_more(void **array, int count, int *held, size_t size);

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

#endif
