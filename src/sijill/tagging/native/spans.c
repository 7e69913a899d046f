/* The labels of a reading go in as numbers; the spans that they mean come out.
 *
 * The loop of `spans`.
 */

#include "arrays.h"

/* What is told of a label: its letter, how many letters of its unit lie before the span, and behind. */
enum { LETTER, FRONT, END, TOLD };

/* The labels of a document by unit and kind, with their probability, and what each of them means. */
typedef struct {
    const long long *best;
    const double *sure;
    const signed char *told;
    PyObject *names; /* tuple: those of the kinds */
    Py_ssize_t kinds, width;
} Reading;

static const signed char *
told_of(const Reading *reading, Py_ssize_t unit, Py_ssize_t kind)
{
    long long label = reading->best[unit * reading->kinds + kind];

    return reading->told + (kind * reading->width + label) * TOLD;
}

/* Give where the span ends that begins at a unit of a sentence that ends at `end`; there, where none
 * does. A beginning that a span of one unit breaks off is none. */
static Py_ssize_t
end_of_span(const Reading *reading, Py_ssize_t kind, Py_ssize_t begin, Py_ssize_t end)
{
    char letter = told_of(reading, begin, kind)[LETTER];
    Py_ssize_t at = begin + 1;

    if (letter != 'B') {
        return letter == 'U' ? at : begin;
    }
    while (at < end && told_of(reading, at, kind)[LETTER] == 'I') {
        at++;
    }
    letter = at < end ? told_of(reading, at, kind)[LETTER] : 'O';
    return letter == 'U' ? begin : letter == 'L' ? at + 1 : at;
}

/* Give a number of a unit: 0 where it begins, 1 where it ends; -1 with an error set. */
static Py_ssize_t
edge_of(PyObject *units, Py_ssize_t place, Py_ssize_t number)
{
    PyObject *unit = PySequence_Fast_GET_ITEM(units, place);

    if (!PyTuple_Check(unit) || PyTuple_GET_SIZE(unit) < 2) {
        PyErr_SetString(PyExc_TypeError, "a unit has a beginning and an end");
        return -1;
    }
    return PyLong_AsSsize_t(PyTuple_GET_ITEM(unit, number));
}

/* Add the span of a kind in units from `first` to the one before `behind`, counted from those before
 * the sentence on; 0, or -1 with an error set. */
static int
add_span(PyObject *found, const Reading *reading, Py_ssize_t kind, PyObject *units,
         Py_ssize_t before, Py_ssize_t first, Py_ssize_t behind)
{
    Py_ssize_t start = edge_of(units, first - before, 0);
    Py_ssize_t end = edge_of(units, behind - 1 - before, 1);
    double one = reading->sure[first * reading->kinds + kind];
    double other = reading->sure[(behind - 1) * reading->kinds + kind];
    PyObject *row;
    int is_done;

    if (PyErr_Occurred()) {
        return -1;
    }
    start += told_of(reading, first, kind)[FRONT];
    end -= told_of(reading, behind - 1, kind)[END];
    if (start >= end) {
        return 0;
    }
    row = Py_BuildValue("nnOd", start, -end, PyTuple_GET_ITEM(reading->names, kind),
                        other < one ? other : one);
    is_done = row != NULL && PyList_Append(found, row) == 0;
    Py_XDECREF(row);
    return is_done ? 0 : -1;
}

/* Add the spans of all kinds in a sentence; 0, or -1 with an error set. */
static int
add_spans(PyObject *found, const Reading *reading, PyObject *units, Py_ssize_t before)
{
    Py_ssize_t end = before + PySequence_Fast_GET_SIZE(units), kind, at, behind;

    for (kind = 0; kind < reading->kinds; kind++) {
        for (at = before; at < end; at = behind > at ? behind : at + 1) {
            behind = end_of_span(reading, kind, at, end);
            if (behind > at && add_span(found, reading, kind, units, before, at, behind) < 0) {
                return -1;
            }
        }
    }
    return 0;
}

/* Read the arrays; give how many units there are, -1 with an error set. */
static Py_ssize_t
read_labels(Arrays *arrays, PyObject **given, Reading *reading)
{
    Py_ssize_t labels, sure, told, i;

    if ((reading->best = items_of(arrays, given[0], 'q', &labels, 0)) == NULL
        || (reading->sure = items_of(arrays, given[1], 'd', &sure, 0)) == NULL
        || (reading->told = items_of(arrays, given[2], 'b', &told, 0)) == NULL) {
        let_go(arrays);
        return -1;
    }
    if (reading->kinds < 1 || labels != sure || labels % reading->kinds
        || told % (reading->kinds * TOLD)) {
        wrong_size(arrays);
        return -1;
    }
    reading->width = told / (reading->kinds * TOLD);
    for (i = 0; i < labels; i++) {
        if (reading->best[i] < 0 || reading->best[i] >= reading->width) {
            wrong_size(arrays);
            return -1;
        }
    }
    return labels / reading->kinds;
}

/* Give the spans of a document, in no order; NULL with an error set. */
static PyObject *
find_spans(const Reading *reading, PyObject *sentences, Py_ssize_t count)
{
    PyObject *found = PyList_New(0);
    Py_ssize_t before = 0, i;
    int is_done = found != NULL;

    for (i = 0; is_done && i < PySequence_Fast_GET_SIZE(sentences); i++) {
        PyObject *units = PySequence_Fast(PySequence_Fast_GET_ITEM(sentences, i),
                                          "a sentence is a sequence of units");

        is_done = units != NULL;
        if (is_done && PySequence_Fast_GET_SIZE(units) > count - before) {
            PyErr_SetString(PyExc_ValueError, "there are more units than labels");
            is_done = 0;
        }
        if (is_done) {
            is_done = add_spans(found, reading, units, before) == 0;
            before += PySequence_Fast_GET_SIZE(units);
        }
        Py_XDECREF(units);
    }
    if (!is_done) {
        Py_CLEAR(found);
    }
    return found;
}

const char spans_doc[] =
"spans(best: int64, sure: float64, told: int8, names: tuple, sentences: Sequence) -> list\n\n"
"Give what labels mean, by unit and kind: `Spans.of` of spans.py, but in no order. Of each label\n"
"`told` has, by kind, its letter, and how many letters of its unit lie before the span and behind.";

PyObject *
spans(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *given[3], *sentences, *rows, *found;
    Arrays arrays = {.count = 0};
    Reading reading;
    Py_ssize_t count;

    if (!PyArg_ParseTuple(args, "OOOO!O:spans", &given[0], &given[1], &given[2], &PyTuple_Type,
                          &reading.names, &sentences)) {
        return NULL;
    }
    reading.kinds = PyTuple_GET_SIZE(reading.names);
    if ((count = read_labels(&arrays, given, &reading)) < 0) {
        return NULL;
    }
    rows = PySequence_Fast(sentences, "sentences are a sequence");
    found = rows == NULL ? NULL : find_spans(&reading, rows, count);
    Py_XDECREF(rows);
    let_go(&arrays);
    return found;
}
