/* Tables of words, of the signs that texts are folded by and of numbers, and spans by where they
 * stand, as one module: `sijill._kernels`. */

#include "tables.h"

/* That of word_tables.py: what was built for another one is not used. */
#define VERSION 5

static PyMethodDef functions[] = {
    {"sum_columns", sum_columns, METH_VARARGS,
     "sum_columns(table, width, rows, columns)\n\nAdd up rows of a table in some of its columns."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "sijill._kernels",
    .m_doc = "Tables of words, signs and numbers, and spans.",
    .m_size = 0,
    .m_methods = functions,
};

PyMODINIT_FUNC
PyInit__kernels(void)
{
    PyObject *module;

    word_table_type.tp_base = &PyDict_Type;
    module = PyModule_Create(&definition);
    if (module == NULL || PyModule_AddIntConstant(module, "VERSION", VERSION) < 0
        || PyModule_AddType(module, &folder_type) < 0
        || PyModule_AddType(module, &known_words_type) < 0
        || PyModule_AddType(module, &nearby_type) < 0
        || PyModule_AddType(module, &word_table_type) < 0) {
        Py_XDECREF(module);
        return NULL;
    }
    return module;
}
