/* Words by their places go in, with stretches of the text and words of saying; columns come out.
 *
 * The loops of `report_places` and `report_features`, each over a whole text. Columns are lists,
 * and are filled; other code may run while that is done, so every place is looked up by its bounds.
 */

#include "arrays.h"

/* Which of the four values of a stretch stands at a word: by the edges that the word holds. */
#define BEGIN 1
#define END 2
#define VALUES 4

/* Fields of a token: its first letter, and the one behind its last. */
#define FIRST 0
#define BEHIND 1

/* A stretch: its letters, its values, and the words that it touches. */
typedef struct {
    long long start, end;
    PyObject *values;
    Py_ssize_t first, behind;
    int is_cut; /* whether it begins inside of the first of them */
} Stretch;

/* Give a number of the token at a place, -1 with an error set where there is none. */
static long long
number_at(PyObject *tokens, Py_ssize_t place, int field)
{
    PyObject *token = PyList_GetItem(tokens, place);

    if (token != NULL && (!PyTuple_Check(token) || PyTuple_GET_SIZE(token) <= field)) {
        PyErr_SetString(PyExc_TypeError, "a token is a tuple of numbers and words");
        token = NULL;
    }
    return token == NULL ? -1 : PyLong_AsLongLong(PyTuple_GET_ITEM(token, field));
}

/* Give from a place on the first one whose token has a number above a bound; most stand near. */
static Py_ssize_t
first_above(PyObject *tokens, int field, long long bound, Py_ssize_t low)
{
    Py_ssize_t size = PyList_GET_SIZE(tokens), high = low, step;

    for (step = 1; high < size && number_at(tokens, high, field) <= bound; step *= 2) {
        low = high + 1;
        high = size - high > step ? high + step : size;
    }
    while (low < high) {
        Py_ssize_t middle = low + (high - low) / 2;

        if (number_at(tokens, middle, field) > bound) {
            high = middle;
        }
        else {
            low = middle + 1;
        }
    }
    return low;
}

/* Put a value at a place of a list; 0, or -1 with an error set. */
static int
put(PyObject *column, Py_ssize_t place, PyObject *value)
{
    return value == NULL ? -1 : PyList_SetItem(column, place, Py_NewRef(value));
}

/* Read a stretch and find the words it touches, from those of the one before it on where it begins no
 * earlier; 0, or -1 with an error set. */
static int
read_stretch(PyObject *given, PyObject *tokens, const Stretch *before, Stretch *stretch)
{
    Py_ssize_t low;

    if (!PyTuple_Check(given) || PyTuple_GET_SIZE(given) != 3) {
        PyErr_SetString(PyExc_TypeError, "a stretch is a start, an end and values");
        return -1;
    }
    stretch->start = PyLong_AsLongLong(PyTuple_GET_ITEM(given, 0));
    stretch->end = PyLong_AsLongLong(PyTuple_GET_ITEM(given, 1));
    stretch->values = PyTuple_GET_ITEM(given, 2);
    if (!PyErr_Occurred() && (!PyTuple_Check(stretch->values)
                              || PyTuple_GET_SIZE(stretch->values) != VALUES)) {
        PyErr_SetString(PyExc_TypeError, "a stretch has four values");
    }
    if (PyErr_Occurred()) {
        return -1;
    }
    low = before != NULL && before->start <= stretch->start ? before->first : 0;
    stretch->first = first_above(tokens, BEHIND, stretch->start, low);
    stretch->behind = first_above(tokens, FIRST, stretch->end - 1, stretch->first);
    stretch->is_cut = stretch->first < stretch->behind
        && number_at(tokens, stretch->first, FIRST) < stretch->start;
    return PyErr_Occurred() ? -1 : 0;
}

/* Put a stretch at the word inside of which it begins if it holds the last letter of that, or, when
 * asked for the middle ones, only that in its middle; 0, or -1 with an error set. */
static int
put_inside(PyObject *column, PyObject *tokens, const Stretch *stretch, int is_middle)
{
    long long start = number_at(tokens, stretch->first, FIRST);
    long long end = number_at(tokens, stretch->first, BEHIND);
    long long middle = (start + end) / 2;
    int edges = BEGIN + END * (is_middle || end == stretch->end);

    if (is_middle ? end <= stretch->end || middle < stretch->start || middle >= stretch->end
                  : end > stretch->end) {
        return 0;
    }
    return put(column, stretch->first, PyTuple_GET_ITEM(stretch->values, edges));
}

/* Put a stretch at the words whose first letter it holds; 0, or -1 with an error set. */
static int
put_whole(PyObject *column, PyObject *tokens, const Stretch *stretch)
{
    Py_ssize_t first = stretch->first + stretch->is_cut, last = stretch->behind - 1, place;

    for (place = first; place <= last; place++) {
        int edges = 0;

        if (place == first && number_at(tokens, place, FIRST) == stretch->start) {
            edges += BEGIN;
        }
        if (place == last && number_at(tokens, place, BEHIND) >= stretch->end) {
            edges += END;
        }
        if (put(column, place, PyTuple_GET_ITEM(stretch->values, edges)) < 0) {
            return -1;
        }
    }
    return 0;
}

/* Put all stretches into a column, those that count for more behind the others. */
static int
put_all(PyObject *column, PyObject *tokens, const Stretch *stretches, Py_ssize_t count,
        int by_middle, int at_start_only)
{
    Py_ssize_t i;

    for (i = 0; by_middle && i < count; i++) {
        if (stretches[i].is_cut && put_inside(column, tokens, &stretches[i], 1) < 0) {
            return -1;
        }
    }
    for (i = 0; !at_start_only && i < count; i++) {
        if (stretches[i].is_cut && put_inside(column, tokens, &stretches[i], 0) < 0) {
            return -1;
        }
    }
    for (i = 0; i < count; i++) {
        if (put_whole(column, tokens, &stretches[i]) < 0) {
            return -1;
        }
    }
    return 0;
}

const char spread_doc[] =
"spread(column: list, tokens: list[Token], stretches: Sequence, by_middle: bool,\n"
"    at_start_only: bool) -> None\n\n"
"Put the values of stretches, (start, end, four values) each, at words: `Places.spread`.";

PyObject *
spread(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *column, *tokens, *given;
    Stretch *stretches;
    Py_ssize_t count, i;
    int by_middle, at_start_only, failed = 0;

    if (!PyArg_ParseTuple(args, "O!O!Opp:spread", &PyList_Type, &column, &PyList_Type, &tokens,
                          &given, &by_middle, &at_start_only)) {
        return NULL;
    }
    // What is put somewhere may let go of what the list held: a copy keeps the values.
    if ((given = PySequence_Tuple(given)) == NULL) {
        return NULL;
    }
    count = PyTuple_GET_SIZE(given);
    if ((stretches = PyMem_Calloc(count ? count : 1, sizeof(Stretch))) == NULL) {
        Py_DECREF(given);
        return PyErr_NoMemory();
    }
    for (i = 0; !failed && i < count; i++) {
        failed = read_stretch(PyTuple_GET_ITEM(given, i), tokens, i ? &stretches[i - 1] : NULL,
                              &stretches[i]) < 0;
    }
    failed = failed || put_all(column, tokens, stretches, count, by_middle, at_start_only) < 0;
    PyMem_Free(stretches);
    Py_DECREF(given);
    if (failed || PyErr_Occurred()) {
        return NULL;
    }
    Py_RETURN_NONE;
}
