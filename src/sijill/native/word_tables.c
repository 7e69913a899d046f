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

/* Say whether a word is to be asked of: any, or one that begins with a capital; -1 with an error
 * set. */
static int
is_asked_of(PyObject *word, int capitalised)
{
    if (!capitalised) {
        return 1;
    }
    if (!PyUnicode_Check(word)) {
        PyErr_SetString(PyExc_TypeError, "a word is a string");
        return -1;
    }
    return PyUnicode_GET_LENGTH(word) && Py_UNICODE_ISUPPER(PyUnicode_READ_CHAR(word, 0));
}

/* Let what is told of the word at a place be found, if anything is; 0, or -1 with an error set. */
static int
tell_at(WordTable *self, PyObject *word, Py_ssize_t place, PyObject *found)
{
    PyObject *told = look_up(self, word), *row = NULL;
    int is_done = told != NULL;

    if (told != NULL && told != Py_None) {
        row = Py_BuildValue("nO", place, told);
        is_done = row != NULL && PyList_Append(found, row) == 0;
    }
    Py_XDECREF(row);
    Py_XDECREF(told);
    return is_done ? 0 : -1;
}

static PyObject *
told_among(WordTable *self, PyObject *args)
{
    PyObject *words, *row, *found;
    Py_ssize_t i;
    int capitalised = 0, is_asked = 0;

    if (!PyArg_ParseTuple(args, "O|p:told_among", &words, &capitalised)
        || (row = PySequence_Fast(words, "words are a sequence")) == NULL) {
        return NULL;
    }
    found = PyList_New(0);
    // To tell runs Python, in which a list may lose what it holds.
    for (i = 0; found != NULL && is_asked >= 0 && i < PySequence_Fast_GET_SIZE(row); i++) {
        PyObject *word = Py_NewRef(PySequence_Fast_GET_ITEM(row, i));

        is_asked = is_asked_of(word, capitalised);
        if (is_asked > 0 && tell_at(self, word, i, found) < 0) {
            is_asked = -1;
        }
        Py_DECREF(word);
    }
    Py_DECREF(row);
    if (is_asked < 0) {
        Py_CLEAR(found);
    }
    return found;
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
    {"told_among", (PyCFunction)told_among, METH_VARARGS,
     "told_among(words, capitalised=False)\n\n"
     "Give the places of those words of which anything but None is told, and what that is. Asked\n"
     "of are all, or those that begin with a capital."},
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
