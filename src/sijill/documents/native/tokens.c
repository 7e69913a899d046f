/* The words of a text go in, in their order; tokens come out, with the place of each. */

#include "loops.h"

/* Start, end, word, folded word: the fields of a token. */
#define FIELDS 4

/* Make a token of a word and its place; a new reference. */
static PyObject *
token_of(PyTypeObject *type, Py_ssize_t start, Py_ssize_t end, PyObject *word, PyObject *folded)
{
    PyObject *token = type->tp_alloc(type, FIELDS);
    PyObject *fields[FIELDS];
    int i, is_whole = 1;

    if (token == NULL) {
        return NULL;
    }
    fields[0] = PyLong_FromSsize_t(start);
    fields[1] = PyLong_FromSsize_t(end);
    fields[2] = Py_NewRef(word);
    fields[3] = fields[0] && fields[1] ? PyObject_GetItem(folded, word) : NULL;
    for (i = 0; i < FIELDS; i++) {
        PyTuple_SET_ITEM(token, i, fields[i]);
        is_whole = is_whole && fields[i] != NULL;
    }
    if (!is_whole) {
        Py_CLEAR(token);
    }
    return token;
}

const char place_doc[] = PyDoc_STR(
"place(token: type, text: str, start: int, words: list[str], folded: dict) -> tuple\n\n"
"Give for each word a `token`, a tuple of its start, its end, the word, and what `folded` has for\n"
"it. The words stand in the text one behind the other from `start` on, with blanks between.");

PyObject *
place(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *type, *text, *words, *folded, *tokens;
    Py_ssize_t at, length, i;

    if (!PyArg_ParseTuple(args, "O!UnO!O:place", &PyType_Type, &type, &text, &at, &PyList_Type,
                          &words, &folded)) {
        return NULL;
    }
    if (!PyType_IsSubtype((PyTypeObject *)type, &PyTuple_Type)
        || ((PyTypeObject *)type)->tp_basicsize != PyTuple_Type.tp_basicsize) {
        PyErr_SetString(PyExc_TypeError, "a token is a tuple and nothing more");
        return NULL;
    }
    length = PyUnicode_GET_LENGTH(text);
    at = at < 0 ? 0 : at;
    if ((tokens = PyTuple_New(PyList_GET_SIZE(words))) == NULL) {
        return NULL;
    }
    for (i = 0; i < PyTuple_GET_SIZE(tokens) && i < PyList_GET_SIZE(words); i++) {
        PyObject *word = PyList_GET_ITEM(words, i), *token = NULL;
        Py_ssize_t size = PyUnicode_Check(word) ? PyUnicode_GET_LENGTH(word) : 0;

        while (at < length && Py_UNICODE_ISSPACE(PyUnicode_READ_CHAR(text, at))) {
            at++;
        }
        if (size == 0 || size > length - at) {
            PyErr_SetString(PyExc_ValueError, "these are not the words of the text");
        }
        else {
            token = token_of((PyTypeObject *)type, at, at + size, word, folded);
        }
        if (token == NULL) {
            Py_DECREF(tokens);
            return NULL;
        }
        PyTuple_SET_ITEM(tokens, i, token);
        at += size;
    }
    return tokens;
}
