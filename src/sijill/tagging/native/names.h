/* Names of features and their numbers: see names.c. */

#ifndef SIJILL_NAMES_H
#define SIJILL_NAMES_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

/* There are no more names than this, and no groups of more letters. */
#define MOST_NAMES 100000000
#define MOST_LETTERS 1000

/* The code points of a string. */
typedef struct {
    int kind;
    const void *data;
    Py_ssize_t length;
} Signs;

extern PyTypeObject names_type;

/* Give the code points of a Python string, valid as long as that is. */
Signs signs_of(PyObject *text);

/* So many names are looked for at a time. */
#define MOST_SOUGHT 64

/* So many signs may stand before those of a string. */
#define MOST_BEFORE 7

/* A name that is looked for: `before`, and then signs of a string. */
typedef struct {
    char before[MOST_BEFORE + 1];
    PyObject *text;
    Py_ssize_t begin, length;
} Sought;

/* Write the numbers of names, `MOST_SOUGHT` at most; -1 for what is none. `names` is of `names_type`.
 *
 * What a name needs of memory is fetched while the others are looked for. */
void find_names(PyObject *names, const Sought *sought, int count, long long *numbers);

#endif
