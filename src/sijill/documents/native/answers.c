/* A function of one word or two goes in; one comes out that asks it once for each. */

#include "loops.h"

/* Give what is kept for words: of two the first one's by the second. A borrowed reference, or NULL,
 * with an error set or not. */
static PyObject *
kept(PyObject *answers, PyObject *const *words, Py_ssize_t count)
{
    PyObject *found = PyDict_GetItemWithError(answers, words[count - 1]);

    return found == NULL || count == 1 ? found : PyDict_GetItemWithError(found, words[0]);
}

/* Keep an answer; -1 for an error. */
static int
keep(PyObject *answers, PyObject *const *words, Py_ssize_t count, PyObject *answer)
{
    PyObject *by_first;

    if (count == 1) {
        return PyDict_SetItem(answers, words[0], answer);
    }
    if ((by_first = PyDict_GetItemWithError(answers, words[1])) == NULL) {
        if (PyErr_Occurred() || (by_first = PyDict_New()) == NULL) {
            return -1;
        }
        if (PyDict_SetItem(answers, words[1], by_first) < 0) {
            Py_DECREF(by_first);
            return -1;
        }
        Py_DECREF(by_first);
    }
    return PyDict_SetItem(by_first, words[0], answer);
}

/* `self` is a tuple of the function, and of the answers to one word and to two. */
static PyObject *
answer(PyObject *self, PyObject *const *words, Py_ssize_t count)
{
    PyObject *function = PyTuple_GET_ITEM(self, 0), *answers, *told;

    if (count != 1 && count != 2) {
        return PyObject_Vectorcall(function, words, (size_t)count, NULL);
    }
    answers = PyTuple_GET_ITEM(self, count);
    if ((told = kept(answers, words, count)) != NULL) {
        return Py_NewRef(told);
    }
    if (PyErr_Occurred()
        || (told = PyObject_Vectorcall(function, words, (size_t)count, NULL)) == NULL) {
        return NULL;
    }
    if (keep(answers, words, count, told) < 0) {
        Py_CLEAR(told);
    }
    return told;
}

static PyMethodDef answer_definition = {
    "answer", (PyCFunction)(void (*)(void))answer, METH_FASTCALL,
    PyDoc_STR("Give what the function gives, asked once for each word, or two."),
};

const char asked_once_doc[] = PyDoc_STR(
"asked_once(function)\n\n"
"Give a function that asks another once for each word, or for each two, and keeps what it gives;\n"
"with more words or none it asks each time.");

PyObject *
asked_once(PyObject *Py_UNUSED(module), PyObject *function)
{
    PyObject *self = Py_BuildValue("(ONN)", function, PyDict_New(), PyDict_New());
    PyObject *asking = self == NULL ? NULL : PyCFunction_New(&answer_definition, self);

    Py_XDECREF(self);
    return asking;
}
