/* Words of texts, each with its folded form, and each the same string each time it comes. */

#ifndef SIJILL_DOCUMENTS_MET_WORDS_H
#define SIJILL_DOCUMENTS_MET_WORDS_H

#include "loops.h"

/* A word, the number that its letters make, and its folded form, NULL until that is asked for. */
typedef struct {
    unsigned long long number;
    PyObject *word, *folded;
} Met;

/* `rows` has open places, as many as a power of two. */
typedef struct {
    PyObject_HEAD
    PyObject *fold;
    Met *rows;
    size_t mask;
    Py_ssize_t count, most;
} MetWords;

/* Give the word of `text[start:end]` and its folded form, new references; 0 with an error set. */
int meet(MetWords *self, PyObject *text, Py_ssize_t start, Py_ssize_t end, PyObject **word,
         PyObject **folded);

#endif
