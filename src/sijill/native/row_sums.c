/* A table of numbers, rows and columns of it go in; what the rows add up to in each of the columns
 * comes out: `sum_columns` of `row_sums`. */

#include "tables.h"

/* Add up one column, row by row as they are given. */
static double
sum_column(const double *column, Py_ssize_t width, const int *rows, Py_ssize_t count)
{
    double sum = 0.0;

    for (Py_ssize_t at = 0; at < count; at++) {
        sum += column[rows[at] * width];
    }
    return sum;
}

/* Say whether all rows are ones of a table, or set an error. */
static int
are_rows(const int *rows, Py_ssize_t count, Py_ssize_t height)
{
    for (Py_ssize_t at = 0; at < count; at++) {
        if (rows[at] < 0 || rows[at] >= height) {
            PyErr_SetString(PyExc_IndexError, "the table has no such row");
            return 0;
        }
    }
    return 1;
}

static PyObject *
sums_in(const Py_buffer *table, Py_ssize_t width, const Py_buffer *rows, PyObject *columns)
{
    Py_ssize_t count = rows->len / (Py_ssize_t)sizeof(int), asked = PyTuple_GET_SIZE(columns);
    PyObject *sums;

    if (width < 1 || count < 1) {
        PyErr_SetString(PyExc_ValueError, "there is nothing to add up");
        return NULL;
    }
    if (!are_rows(rows->buf, count, table->len / (Py_ssize_t)sizeof(double) / width)
        || (sums = PyList_New(asked)) == NULL) {
        return NULL;
    }
    for (Py_ssize_t at = 0; at < asked; at++) {
        Py_ssize_t column = PyLong_AsSsize_t(PyTuple_GET_ITEM(columns, at));
        PyObject *sum = NULL;

        if (column >= 0 && column < width) {
            sum = PyFloat_FromDouble(
                sum_column((const double *)table->buf + column, width, rows->buf, count));
        }
        else if (!PyErr_Occurred()) {
            PyErr_SetString(PyExc_IndexError, "the table has no such column");
        }
        if (sum == NULL) {
            Py_DECREF(sums);
            return NULL;
        }
        PyList_SET_ITEM(sums, at, sum);
    }
    return sums;
}

PyObject *
sum_columns(PyObject *Py_UNUSED(module), PyObject *args)
{
    Py_buffer table, rows;
    Py_ssize_t width;
    PyObject *columns, *sums;

    if (!PyArg_ParseTuple(args, "y*ny*O!:sum_columns", &table, &width, &rows, &PyTuple_Type,
                          &columns)) {
        return NULL;
    }
    sums = sums_in(&table, width, &rows, columns);
    PyBuffer_Release(&table);
    PyBuffer_Release(&rows);
    return sums;
}
