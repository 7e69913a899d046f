/* A function of words goes in; a table that asks it once for each word comes out: `WordTable` of
 * `word_tables`, in C, as new words come some thousand times in each text. */

#include "tables.h"

/* Those of word_tables.py. */
#define MOST 43690
#define WORD_LENGTH 40

typedef struct {
    PyDictObject dict;
    PyObject *tell;
    Py_ssize_t most, longest;
} WordTable;

/* Keep what was told of a word, if it is likely to come again; 0, or -1 with an error set. */
static int
keep(WordTable *self, PyObject *word, PyObject *told)
{
    PyObject *dict = (PyObject *)self;

    if (!PyUnicode_Check(word) || PyUnicode_GET_LENGTH(word) > self->longest) {
        return 0;
    }
    if (PyDict_GET_SIZE(dict) >= self->most) {
        PyDict_Clear(dict);
    }
    return PyDict_SetItem(dict, word, told);
}

static PyObject *
look_up(WordTable *self, PyObject *word)
{
    PyObject *told = PyDict_GetItemWithError((PyObject *)self, word), *tell;

    if (told != NULL) {
        return Py_NewRef(told);
    }
    if (PyErr_Occurred()) {
        return NULL;
    }
    if (self->tell == NULL) {
        PyErr_SetString(PyExc_TypeError, "nothing is told of words here");
        return NULL;
    }
    tell = Py_NewRef(self->tell);
    told = PyObject_CallOneArg(tell, word);
    Py_DECREF(tell);
    if (told != NULL && keep(self, word, told) < 0) {
        Py_CLEAR(told);
    }
    return told;
}

static int
init(WordTable *self, PyObject *args, PyObject *options)
{
    static char *names[] = {"tell", "most", "longest", NULL};
    PyObject *tell;

    self->most = MOST;
    self->longest = WORD_LENGTH;
    if (!PyArg_ParseTupleAndKeywords(args, options, "O|nn:WordTable", names, &tell, &self->most,
                                     &self->longest)) {
        return -1;
    }
    if (!PyCallable_Check(tell)) {
        PyErr_SetString(PyExc_TypeError, "what tells of words is a function");
        return -1;
    }
    Py_XSETREF(self->tell, Py_NewRef(tell));
    return 0;
}

static int
traverse(WordTable *self, visitproc visit, void *arg)
{
    Py_VISIT(self->tell);
    return PyDict_Type.tp_traverse((PyObject *)self, visit, arg);
}

static int
clear(WordTable *self)
{
    Py_CLEAR(self->tell);
    return PyDict_Type.tp_clear((PyObject *)self);
}

static void
dealloc(WordTable *self)
{
    PyObject_GC_UnTrack(self);
    Py_CLEAR(self->tell);
    PyDict_Type.tp_dealloc((PyObject *)self);
}

static PyMappingMethods mapping = {.mp_subscript = (binaryfunc)look_up};

static PyMethodDef methods[] = {
    /* Bound to a table, this is called more directly than the slot. */
    {"__getitem__", (PyCFunction)look_up, METH_O | METH_COEXIST, "Give what is told of a word."},
    {NULL, NULL, 0, NULL},
};

PyTypeObject word_table_type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "sijill._kernels.WordTable",
    .tp_doc = "WordTable(tell, most=43690, longest=40)\n\nWhat is told of each word; filled as they are met.",
    .tp_basicsize = sizeof(WordTable),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE,
    .tp_traverse = (traverseproc)traverse,
    .tp_clear = (inquiry)clear,
    .tp_dealloc = (destructor)dealloc,
    .tp_init = (initproc)init,
    .tp_as_mapping = &mapping,
    .tp_methods = methods,
};
