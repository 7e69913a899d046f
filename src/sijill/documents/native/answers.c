/* A function goes in; one comes out that asks it once for each two words. */

#include "loops.h"

/* Give what is kept for two words, the first one's by the second; a borrowed reference, or NULL. */
static PyObject *
kept(PyObject *answers, PyObject *first, PyObject *second)
{
    PyObject *by_first = PyDict_GetItemWithError(answers, second);

    return by_first == NULL ? NULL : PyDict_GetItemWithError(by_first, first);
}

/* Keep an answer; -1 for an error. */
static int
keep(PyObject *answers, PyObject *first, PyObject *second, PyObject *answer)
{
    PyObject *by_first = PyDict_GetItemWithError(answers, second);

    if (by_first == NULL) {
        if (PyErr_Occurred() || (by_first = PyDict_New()) == NULL) {
            return -1;
        }
        if (PyDict_SetItem(answers, second, by_first) < 0) {
            Py_DECREF(by_first);
            return -1;
        }
        Py_DECREF(by_first);
    }
    return PyDict_SetItem(by_first, first, answer);
}

/* `self` is a tuple of the function and of the answers that are kept. */
static PyObject *
answer(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    PyObject *function = PyTuple_GET_ITEM(self, 0), *answers = PyTuple_GET_ITEM(self, 1), *told;

    if (count != 2) {
        return PyObject_Vectorcall(function, args, (size_t)count, NULL);
    }
    if ((told = kept(answers, args[0], args[1])) != NULL) {
        return Py_NewRef(told);
    }
    if (PyErr_Occurred() || (told = PyObject_Vectorcall(function, args, 2, NULL)) == NULL) {
        return NULL;
    }
    if (keep(answers, args[0], args[1], told) < 0) {
        Py_CLEAR(told);
    }
    return told;
}

static PyMethodDef answer_definition = {
    "answer", (PyCFunction)(void (*)(void))answer, METH_FASTCALL,
    PyDoc_STR("Give what the function gives, asked once for each two words."),
};

const char asked_once_doc[] = PyDoc_STR(
"asked_once(function)\n\n"
"Give a function that asks another once for each two words, and keeps what it gives; with more or\n"
"fewer of them it asks each time.");

PyObject *
asked_once(PyObject *Py_UNUSED(module), PyObject *function)
{
    PyObject *self = Py_BuildValue("(ON)", function, PyDict_New());
    PyObject *asking = self == NULL ? NULL : PyCFunction_New(&answer_definition, self);

    Py_XDECREF(self);
    return asking;
}
