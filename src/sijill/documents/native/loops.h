/* What `sijill.documents._kernels` is made of: a loop from each file beside this one. */

#ifndef SIJILL_DOCUMENTS_LOOPS_H
#define SIJILL_DOCUMENTS_LOOPS_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

extern const char asked_once_doc[], beginning_in_doc[], find_known_doc[], tokenize_doc[];
extern PyTypeObject beginnings_type, whereabouts_type;

PyObject *asked_once(PyObject *module, PyObject *function);
PyObject *beginning_in(PyObject *module, PyObject *const *args, Py_ssize_t count);
PyObject *find_known(PyObject *module, PyObject *args);
PyObject *tokenize(PyObject *module, PyObject *args);

#endif
