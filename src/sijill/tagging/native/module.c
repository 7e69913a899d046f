/* The inner loops of the room as one module: `sijill.tagging._kernels`. */

#include "arrays.h"
#include "letter_groups.h"
#include "names.h"
#include "value_numbers.h"

#include <string.h>

void
let_go(Arrays *arrays)
{
    while (arrays->count > 0) {
        PyBuffer_Release(&arrays->view[--arrays->count]);
    }
}

void *
items_of(Arrays *arrays, PyObject *given, char kind, Py_ssize_t *length, int is_filled)
{
    static const char whole[] = "bhilq";
    static double nothing;
    Py_buffer *view = &arrays->view[arrays->count];
    int flags = PyBUF_FORMAT | PyBUF_C_CONTIGUOUS | (is_filled ? PyBUF_WRITABLE : 0);
    Py_ssize_t size = strchr("dq", kind) ? 8 : kind == 'f' ? 4 : strchr("hH", kind) ? 2 : 1;
    const char *format;

    if (PyObject_GetBuffer(given, view, flags) < 0) {
        return NULL;
    }
    arrays->count++;
    format = view->format == NULL ? "B" : view->format;
    if (*format == (PY_LITTLE_ENDIAN ? '<' : '>') || *format == '=' || *format == '@') {
        format++;
    }
    if (view->itemsize != size || *format == '\0'
        || (strchr("dfH", kind) ? *format != kind : strchr(whole, *format) == NULL)) {
        PyErr_Format(PyExc_TypeError, "an array of items “%s” is no array of “%c”",
                     view->format == NULL ? "B" : view->format, kind);
        return NULL;
    }
    *length = view->len / size;
    return view->buf == NULL ? (void *)&nothing : view->buf;
}

PyObject *
wrong_size(Arrays *arrays)
{
    let_go(arrays);
    PyErr_SetString(PyExc_ValueError, "arrays do not fit each other");
    return NULL;
}

PyObject *
row_of(Arrays *arrays, PyObject *values, PyObject *given, long long **found, Py_ssize_t *count)
{
    PyObject *row;

    *found = items_of(arrays, given, 'q', count, 1);
    row = *found == NULL ? NULL : PySequence_Fast(values, "values are a sequence");
    if (row == NULL) {
        let_go(arrays);
        return NULL;
    }
    if (PySequence_Fast_GET_SIZE(row) != *count) {
        Py_DECREF(row);
        return wrong_size(arrays);
    }
    return row;
}

/* That of kernels.py: what was built for another one is not used. */
#define VERSION 17

static PyMethodDef functions[] = {
    {"sum_weights", sum_weights, METH_VARARGS, sum_weights_doc},
    {"add_rows", add_rows, METH_VARARGS, add_rows_doc},
    {"add_plain", add_plain, METH_VARARGS, add_plain_doc},
    {"agree", agree, METH_VARARGS, agree_doc},
    {"best", best, METH_VARARGS, best_doc},
    {"marginals", marginals, METH_VARARGS, marginals_doc},
    {"probabilities", probabilities, METH_VARARGS, probabilities_doc},
    {"windows", windows, METH_O, windows_doc},
    {"compounds", compounds, METH_VARARGS, compounds_doc},
    {"phrases", phrases, METH_VARARGS, phrases_doc},
    {"spans", spans, METH_VARARGS, spans_doc},
    {"spread", spread, METH_VARARGS, spread_doc},
    {"tell_sayings", tell_sayings, METH_VARARGS, tell_sayings_doc},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "sijill.tagging._kernels",
    .m_doc = "The inner loops of tagging.",
    .m_size = 0,
    .m_methods = functions,
};

PyMODINIT_FUNC
PyInit__kernels(void)
{
    PyObject *module = PyModule_Create(&definition);

    if (module == NULL || PyModule_AddType(module, &names_type) < 0
        || PyModule_AddType(module, &letter_groups_type) < 0
        || PyModule_AddType(module, &value_numbers_type) < 0
        || PyModule_AddIntConstant(module, "VERSION", VERSION) < 0) {
        Py_XDECREF(module);
        return NULL;
    }
    return module;
}
