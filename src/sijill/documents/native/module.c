/* The inner loops of the room as one module: `sijill.documents._kernels`. */

#include "loops.h"

/* That of kernels.py: what was built for another one is not used. */
#define VERSION 15

static PyMethodDef functions[] = {
    {"asked_at_times", asked_at_times, METH_O, asked_at_times_doc},
    {"asked_once", asked_once, METH_O, asked_once_doc},
    {"beginning_in", (PyCFunction)(void (*)(void))beginning_in, METH_FASTCALL, beginning_in_doc},
    {"find_known", find_known, METH_VARARGS, find_known_doc},
    {"tokenize", (PyCFunction)(void (*)(void))tokenize, METH_FASTCALL, tokenize_doc},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "sijill.documents._kernels",
    .m_doc = "The inner loops of documents.",
    .m_size = 0,
    .m_methods = functions,
};

PyMODINIT_FUNC
PyInit__kernels(void)
{
    PyObject *module = PyModule_Create(&definition);

    if (module == NULL || PyModule_AddIntConstant(module, "VERSION", VERSION) < 0
        || PyModule_AddType(module, &beginnings_type) < 0
        || PyModule_AddType(module, &met_words_type) < 0
        || PyModule_AddType(module, &whereabouts_type) < 0) {
        Py_XDECREF(module);
        return NULL;
    }
    return module;
}
