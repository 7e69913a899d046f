/* What `sijill._kernels` is made of: a type or a function from each file beside this one. */

#ifndef SIJILL_TABLES_H
#define SIJILL_TABLES_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

extern PyTypeObject folder_type, known_words_type, nearby_type, word_table_type;

extern PyObject *sum_columns(PyObject *module, PyObject *args);

#endif
