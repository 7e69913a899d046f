/* Stretches of a text in order go in; those that begin in another stretch come out. */

#include "loops.h"

/* Tell where one of them begins; -1 with an error set where it does not say. */
static int
tell_start(PyObject *places, Py_ssize_t at, Py_ssize_t *start)
{
    static PyObject *name = NULL;
    PyObject *one, *told;

    if (name == NULL && (name = PyUnicode_InternFromString("start")) == NULL) {
        return -1;
    }
    // To be asked may run Python, in which a list may lose what it holds.
    if ((one = PySequence_GetItem(places, at)) == NULL) {
        return -1;
    }
    told = PyObject_GetAttr(one, name);
    Py_DECREF(one);
    if (told == NULL) {
        return -1;
    }
    *start = PyLong_AsSsize_t(told);
    Py_DECREF(told);
    return *start == -1 && PyErr_Occurred() ? -1 : 0;
}

/* Tell the first, from `low` on, that begins at a place or behind it; -1 with an error set. */
static int
tell_first(PyObject *places, Py_ssize_t low, Py_ssize_t high, Py_ssize_t place, Py_ssize_t *first)
{
    while (low < high) {
        Py_ssize_t middle = (low + high) / 2, start;

        if (tell_start(places, middle, &start) < 0) {
            return -1;
        }
        if (start < place) {
            low = middle + 1;
        }
        else {
            high = middle;
        }
    }
    *first = low;
    return 0;
}

const char beginning_in_doc[] = PyDoc_STR(
"beginning_in(places: list | tuple, start: int, end: int) -> list | tuple\n\n"
"Give those of a list or tuple sorted by their attribute `start` that begin in `[start, end)`.");

PyObject *
beginning_in(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t count)
{
    PyObject *places;
    Py_ssize_t size, start, end, head, tail, first = 0, last = 0;

    if (count != 3 || !(PyList_Check(args[0]) || PyTuple_Check(args[0]))) {
        PyErr_SetString(PyExc_TypeError, "beginning_in takes a list or tuple, and two places");
        return NULL;
    }
    places = args[0];
    size = PyList_Check(places) ? PyList_GET_SIZE(places) : PyTuple_GET_SIZE(places);
    start = PyLong_AsSsize_t(args[1]);
    end = PyLong_AsSsize_t(args[2]);
    if (PyErr_Occurred()
        || (size && (tell_start(places, 0, &head) < 0
                     || tell_start(places, size - 1, &tail) < 0))) {
        return NULL;
    }
    /* Of nine questions eight find nothing: half of them have nothing on one side. */
    if (size && head < end && tail >= start) {
        if (tell_first(places, 0, size, start, &first) < 0
            || tell_start(places, first, &head) < 0
            || (head < end && tell_first(places, first + 1, size, end, &last) < 0)) {
            return NULL;
        }
        last = head < end ? last : first;
    }
    return PyList_Check(places) ? PyList_GetSlice(places, first, last)
                                : PyTuple_GetSlice(places, first, last);
}
