/* The words of a text go in, in their order; tokens come out, with the place of each. */

#include "loops.h"

/* Start, end, word, folded word: the fields of a token. */
#define FIELDS 4

/* Make a token of a word and its place; a new reference. */
static PyObject *
token_of(PyTypeObject *type, Py_ssize_t start, Py_ssize_t end, PyObject *word, PyObject *known)
{
    PyObject *token = NULL, *pair = PyObject_GetItem(known, word);
    PyObject *from = PyLong_FromSsize_t(start), *to = PyLong_FromSsize_t(end);

    if (pair != NULL && (!PyTuple_Check(pair) || PyTuple_GET_SIZE(pair) != 2)) {
        PyErr_SetString(PyExc_TypeError, "of a word two strings are known");
    }
    else if (pair != NULL && from != NULL && to != NULL
             && (token = type->tp_alloc(type, FIELDS)) != NULL) {
        PyTuple_SET_ITEM(token, 0, Py_NewRef(from));
        PyTuple_SET_ITEM(token, 1, Py_NewRef(to));
        PyTuple_SET_ITEM(token, 2, Py_NewRef(PyTuple_GET_ITEM(pair, 0)));
        PyTuple_SET_ITEM(token, 3, Py_NewRef(PyTuple_GET_ITEM(pair, 1)));
    }
    Py_XDECREF(pair);
    Py_XDECREF(from);
    Py_XDECREF(to);
    return token;
}

const char place_doc[] = PyDoc_STR(
"place(token: type, text: str, start: int, words: list[str], known: dict) -> tuple\n\n"
"Give for each word a `token`, a tuple of its start, its end, and the two strings `known` has for\n"
"it. The words stand in the text one behind the other from `start` on, with blanks between.");

PyObject *
place(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *type, *text, *words, *known, *tokens;
    Py_ssize_t at, length, i;

    if (!PyArg_ParseTuple(args, "O!UnO!O:place", &PyType_Type, &type, &text, &at, &PyList_Type,
                          &words, &known)) {
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
            token = token_of((PyTypeObject *)type, at, at + size, word, known);
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
