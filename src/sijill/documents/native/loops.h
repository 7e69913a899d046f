/* What `sijill.documents._kernels` is made of: a loop from each file beside this one. */

#ifndef SIJILL_DOCUMENTS_LOOPS_H
#define SIJILL_DOCUMENTS_LOOPS_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

extern const char asked_at_times_doc[], asked_once_doc[], beginning_in_doc[], find_known_doc[],
    tokenize_doc[];
extern PyTypeObject beginnings_type, met_words_type, whereabouts_type;

PyObject *asked_at_times(PyObject *module, PyObject *function);
PyObject *asked_once(PyObject *module, PyObject *function);
/* Say whether a sign is a letter of those that most words have: these need not be looked up. */
static inline int
is_common_letter(Py_UCS4 sign)
{
    if (sign < 0x600) {
        return ((sign | 0x20) >= 'a' && (sign | 0x20) <= 'z') /* Latin */
            || (sign >= 0x400 && sign <= 0x52f && !(sign >= 0x482 && sign <= 0x489)); /* Cyrillic */
    }
    return sign >= 0x620 && sign <= 0x64a && sign != 0x640; /* Arabic, without what stretches it */
}

PyObject *beginning_in(PyObject *module, PyObject *const *args, Py_ssize_t count);
PyObject *find_known(PyObject *module, PyObject *args);
PyObject *tokenize(PyObject *module, PyObject *const *args, Py_ssize_t count);

#endif
