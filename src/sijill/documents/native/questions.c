/* A function goes in; one comes out that asks it once in so many questions. */

#include "loops.h"

/* That of deadline.py. */
#define OFTEN 64

/* `self` is the function. The questions of all threads, and of all such functions, are counted
 * together. */
static PyObject *
ask(PyObject *self, PyObject *Py_UNUSED(nothing))
{
    static int left = OFTEN;
    PyObject *told;

    if (--left > 0) {
        Py_RETURN_NONE;
    }
    left = 1; // where it raises the next question asks it, too
    if ((told = PyObject_CallNoArgs(self)) != NULL) {
        left = OFTEN;
    }
    return told;
}

static PyMethodDef ask_definition = {
    "check", ask, METH_NOARGS,
    PyDoc_STR("Go on if there is time left, or no limit; else raise OutOfTimeError."),
};

const char asked_at_times_doc[] = PyDoc_STR(
"asked_at_times(function)\n\n"
"Give a function that asks another once in 64 questions; when that raises something, then each time\n"
"until it does not.");

PyObject *
asked_at_times(PyObject *Py_UNUSED(module), PyObject *function)
{
    return PyCFunction_New(&ask_definition, function);
}
