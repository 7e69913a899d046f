/* What the inner loops have in common: the arrays that Python gives them.
 *
 * Arrays are contiguous buffers, only read but for the last one of each function, or all of the tuple
 * that is its last, which are filled; `ValueNumbers.find` fills its last two.
 * What the Python of `weighing` and `decoding` promises is promised here; both are held to the same
 * results by tests/tagging/test_kernels.py.
 */

#ifndef SIJILL_ARRAYS_H
#define SIJILL_ARRAYS_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#define MOST_ARRAYS 10

/* Tell the processor that what lies at an address is read soon. */
#if defined(__GNUC__) || defined(__clang__)
#define FETCH_AHEAD(address) __builtin_prefetch(address)
#else
#define FETCH_AHEAD(address) ((void)(address))
#endif

/* The arrays that one call was given; all are let go together. */
typedef struct {
    Py_buffer view[MOST_ARRAYS];
    int count;
} Arrays;

/* Let all arrays of a call go. */
void let_go(Arrays *arrays);

/* Give the items of a contiguous array, and how many there are; NULL with an error set.
 *
 * `kind` is the letter of the module `struct` for an item; an integer with a sign may have any
 * letter of its size. */
void *items_of(Arrays *arrays, PyObject *given, char kind, Py_ssize_t *length, int is_filled);

/* Give values as a row and the array of as many int64 that they fill; NULL with an error set and all
 * arrays let go.
 *
 * The row is a new reference, to be read by `PySequence_Fast_GET_ITEM`. */
PyObject *row_of(Arrays *arrays, PyObject *values, PyObject *given, long long **found,
                 Py_ssize_t *count);

/* Let all arrays go and set the error that they do not fit each other; gives NULL. */
PyObject *wrong_size(Arrays *arrays);

extern const char sum_weights_doc[], add_rows_doc[], add_plain_doc[];
extern const char agree_doc[], best_doc[], marginals_doc[], probabilities_doc[], windows_doc[];
extern const char compounds_doc[], phrases_doc[], spans_doc[], spread_doc[], tell_sayings_doc[];

PyObject *sum_weights(PyObject *module, PyObject *args);
PyObject *add_rows(PyObject *module, PyObject *args);
PyObject *add_plain(PyObject *module, PyObject *args);
PyObject *agree(PyObject *module, PyObject *args);
PyObject *best(PyObject *module, PyObject *args);
PyObject *marginals(PyObject *module, PyObject *args);
PyObject *probabilities(PyObject *module, PyObject *args);
PyObject *windows(PyObject *module, PyObject *kinds);
PyObject *compounds(PyObject *module, PyObject *args);
PyObject *phrases(PyObject *module, PyObject *args);
PyObject *spans(PyObject *module, PyObject *args);
PyObject *spread(PyObject *module, PyObject *args);
PyObject *tell_sayings(PyObject *module, PyObject *args);

#endif
