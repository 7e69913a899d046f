/* What finds the end of a match, and the text that it is looked for in. */

#ifndef SIJILL_DOCUMENTS_PATTERNS_H
#define SIJILL_DOCUMENTS_PATTERNS_H

#include "loops.h"

#define NO_MATCH (-1)
#define FAILED (-2) /* with an error set */

/* The first letters of words have numbers less than this, a power of two, as in pattern_steps.py. */
#define HEADS 8192

typedef struct {
    const void *data;
    int kind;
    Py_ssize_t length;
    const int *steps;
    Py_ssize_t count;
    long taken;
    PyObject *check;
    /* By the number of first letters: where the nearest word with them begins, of those from the
     * place on. */
    const Py_ssize_t *nearest;
} Match;

static inline Py_UCS4
sign_at(const Match *m, Py_ssize_t place)
{
    return PyUnicode_READ(m->kind, m->data, place);
}

/* Whether there is time left is asked once in so many steps. */
#define OFTEN 65536

/* Ask Python whether there is time left; 0 with an error set. */
int ask_for_time(Match *m);

/* Say whether there is time left, for one more step; 0 with an error set. */
static inline int
has_time(Match *m)
{
    return ++m->taken < OFTEN || ask_for_time(m);
}

/* Give where a match of steps, which are bytes, ends that begins at a place. */
Py_ssize_t end_of_match(Match *m, PyObject *steps, Py_ssize_t place);

#endif
