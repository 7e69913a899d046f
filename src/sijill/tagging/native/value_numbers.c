/* Values go in and get numbers; the number of each comes out: `ValueNumbers` of value_numbers.py.
 *
 * A text has some ten thousand values, and what a dictionary needs of memory for each lies in four
 * places: here in two, and both are fetched while others are looked up.
 */

#include "arrays.h"
#include "value_numbers.h"

#include <string.h>

/* So many values are looked up at a time. */
#define MOST_SOUGHT 32
/* No number is larger. */
#define MOST_NUMBER ((long long)1 << 40)
#define LEAST_PLACES 8

/* A place of the table. */
typedef struct {
    Py_hash_t hash;
    PyObject *value; /* NULL where the place is free */
    long long number;
} Place;

typedef struct {
    PyObject_HEAD
    Place *places;
    size_t mask;
    Py_ssize_t count;
    int is_comparing; /* comparing may run Python, which is not to change the table meanwhile */
} ValueNumbers;

/* Say whether a value is that of a place; -1 with an error set. */
static int
is_same(ValueNumbers *self, const Place *place, PyObject *value, Py_hash_t hash)
{
    PyObject *own = place->value;
    int found;

    if (own == value) {
        return 1;
    }
    if (place->hash != hash) {
        return 0;
    }
    self->is_comparing++;
    found = PyObject_RichCompareBool(own, value, Py_EQ);
    self->is_comparing--;
    return found;
}

/* Give the place of a value, or the free one where it would be; NULL with an error set. */
static Place *
place_of(ValueNumbers *self, PyObject *value, Py_hash_t hash)
{
    size_t at;

    for (at = (size_t)hash & self->mask;; at = (at + 1) & self->mask) {
        Place *place = &self->places[at];
        int found = place->value == NULL ? 1 : is_same(self, place, value, hash);

        if (found) {
            return found < 0 ? NULL : place;
        }
    }
}

/* Say whether two values are one, or tuples of the same objects: neighbours often are. */
static int
are_alike(PyObject *one, PyObject *other)
{
    Py_ssize_t i;

    if (one == other) {
        return 1;
    }
    if (!PyTuple_CheckExact(one) || !PyTuple_CheckExact(other)
        || PyTuple_GET_SIZE(one) != PyTuple_GET_SIZE(other)) {
        return 0;
    }
    for (i = 0; i < PyTuple_GET_SIZE(one); i++) {
        if (PyTuple_GET_ITEM(one, i) != PyTuple_GET_ITEM(other, i)) {
            return 0;
        }
    }
    return 1;
}

/* Give the number of a value among the new ones, which it gets if it has none; -1 with an error set.
 *
 * `first` is the first number of a new value. */
static long long
number_of_new(PyObject *fresh, PyObject *value, Py_ssize_t first)
{
    PyObject *given = PyLong_FromSsize_t(first + PyDict_GET_SIZE(fresh)), *found = NULL;
    long long number = -1;

    if (given != NULL) {
        found = PyDict_SetDefault(fresh, value, given);
    }
    if (found != NULL) {
        number = PyLong_AsLongLong(found);
    }
    Py_XDECREF(given);
    if (number < 0 && !PyErr_Occurred()) {
        PyErr_SetString(PyExc_ValueError, "a number is below zero");
    }
    return PyErr_Occurred() ? -1 : number;
}

/* A value that is looked up. */
typedef struct {
    PyObject *value;
    Py_hash_t hash;
    int is_as_before; /* it is the one before it, of which all is known */
} Sought;

/* Let the values that were looked up go. */
static void
let_values_go(Sought *sought, int count)
{
    while (count > 0) {
        Py_DECREF(sought[--count].value);
    }
}

/* Take values of a row, `MOST_SOUGHT` at most, and let what they need be near soon; `last` is the
 * one before them, if any. Gives how many they are; -1 with an error set. */
static int
seek(const ValueNumbers *self, PyObject *row, Py_ssize_t begin, PyObject *last, Sought *sought)
{
    int count = 0, i;

    // Hashing may run Python, in which a list may lose what it holds.
    for (; count < MOST_SOUGHT && begin + count < PySequence_Fast_GET_SIZE(row); count++) {
        PyObject *value = Py_NewRef(PySequence_Fast_GET_ITEM(row, begin + count));
        int is_as_before = last != NULL && are_alike(value, last);
        Py_hash_t hash = is_as_before ? 0 : PyObject_Hash(value);

        if (begin + count + MOST_SOUGHT < PySequence_Fast_GET_SIZE(row)) {
            FETCH_AHEAD(PySequence_Fast_GET_ITEM(row, begin + count + MOST_SOUGHT));
        }
        sought[count] = (Sought){value, hash, is_as_before};
        if (hash == -1) {
            let_values_go(sought, count + 1);
            return -1;
        }
        if (!is_as_before) {
            FETCH_AHEAD(&self->places[(size_t)hash & self->mask]);
        }
        last = value;
    }
    for (i = 0; i < count; i++) {
        const Place *place = &self->places[(size_t)sought[i].hash & self->mask];

        if (!sought[i].is_as_before && place->value != sought[i].value) {
            FETCH_AHEAD(place->value); // to be compared
        }
    }
    return count;
}

/* Give the number of a value, a new one among `fresh`; -1 with an error set. */
static long long
number_of(ValueNumbers *self, const Sought *sought, PyObject *fresh, Py_ssize_t first)
{
    const Place *place = place_of(self, sought->value, sought->hash);

    if (place == NULL) {
        return -1;
    }
    return place->value != NULL ? place->number : number_of_new(fresh, sought->value, first);
}

static const char find_doc[] =
"find(values: Sequence, fresh: dict, first: int, clock: int, used: int64 array,\n"
"    found: int64 array) -> None\n\n"
"Write the number of each value. One that has none gets the next number in `fresh`, which count from\n"
"`first` on. Into `used` goes by number that they were looked up at the time of a clock.";

static PyObject *
find(ValueNumbers *self, PyObject *args)
{
    PyObject *values, *times, *given, *fresh, *row, *last = NULL;
    Sought sought[MOST_SOUGHT];
    Arrays arrays = {.count = 0};
    Py_ssize_t first, room, length, begin;
    long long *found, *used, clock, number = 0;
    int count = 1, i;

    if (!PyArg_ParseTuple(args, "OO!nLOO:find", &values, &PyDict_Type, &fresh, &first, &clock,
                          &times, &given)) {
        return NULL;
    }
    if (first < 0 || first > MOST_NUMBER) {
        return wrong_size(&arrays);
    }
    if ((used = items_of(&arrays, times, 'q', &room, 1)) == NULL) {
        let_go(&arrays);
        return NULL;
    }
    if ((row = row_of(&arrays, values, given, &found, &length)) == NULL) {
        return NULL;
    }
    for (begin = 0; count > 0 && number >= 0 && begin < length; begin += count) {
        count = seek(self, row, begin, last, sought);
        for (i = 0; i < count && number >= 0 && begin + i < length; i++) {
            if (!sought[i].is_as_before) {
                number = number_of(self, &sought[i], fresh, first);
            }
            if (number >= room) {
                PyErr_SetString(PyExc_ValueError, "a number is too large");
                number = -1;
            }
            if (number >= 0) {
                used[number] = clock;
                found[begin + i] = number;
            }
        }
        if (count > 0) {
            Py_XSETREF(last, Py_NewRef(sought[count - 1].value));
            let_values_go(sought, count);
        }
    }
    Py_XDECREF(last);
    Py_DECREF(row);
    let_go(&arrays);
    if (count < 0 || number < 0) {
        return NULL;
    }
    Py_RETURN_NONE;
}

/* Have so many places, and the values that are there in them; 0, or -1 with an error set. */
static int
lay_out(ValueNumbers *self, size_t size)
{
    Place *places = PyMem_Calloc(size, sizeof(Place)), *old = self->places;
    size_t places_before = old == NULL ? 0 : self->mask + 1, i, at;

    if (places == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (i = 0; i < places_before; i++) {
        if (old[i].value != NULL) {
            for (at = (size_t)old[i].hash & (size - 1); places[at].value != NULL;
                 at = (at + 1) & (size - 1)) {}
            places[at] = old[i];
        }
    }
    self->places = places;
    self->mask = size - 1;
    PyMem_Free(old);
    return 0;
}

/* Give a value a number; 0, or -1 with an error set. */
static int
add_value(ValueNumbers *self, PyObject *value, long long number)
{
    Py_hash_t hash = PyObject_Hash(value);
    Place *place;

    if (number < 0) {
        PyErr_SetString(PyExc_ValueError, "a number is below zero");
        return -1;
    }
    // A third of the places is free.
    if (hash == -1 || (3 * (size_t)self->count > 2 * self->mask
                       && lay_out(self, 2 * (self->mask + 1)) < 0)
        || (place = place_of(self, value, hash)) == NULL) {
        return -1;
    }
    if (place->value == NULL) {
        place->hash = hash;
        place->value = Py_NewRef(value);
        self->count++;
    }
    place->number = number;
    return 0;
}

/* Say whether the table may be changed; else an error is set. */
static int
may_change(const ValueNumbers *self)
{
    if (self->is_comparing) {
        PyErr_SetString(PyExc_RuntimeError, "values change while they are looked up");
    }
    return !self->is_comparing;
}

static const char add_doc[] =
"add(fresh: dict, numbers: int64 array, first: int, found: int64 array) -> None\n\n"
"Give new values their numbers, also in what was found: there they count from `first` on.";

static PyObject *
add(ValueNumbers *self, PyObject *args)
{
    PyObject *values, *given[2], *row;
    Arrays arrays = {.count = 0};
    Py_ssize_t first, count, length, i;
    const long long *numbers;
    long long *found = NULL;
    int is_done = 1;

    if (!PyArg_ParseTuple(args, "O!OnO:add", &PyDict_Type, &values, &given[0], &first, &given[1])
        || !may_change(self)) {
        return NULL;
    }
    numbers = items_of(&arrays, given[0], 'q', &count, 0);
    found = numbers == NULL ? NULL : items_of(&arrays, given[1], 'q', &length, 1);
    if (found == NULL || (row = PyDict_Keys(values)) == NULL) {
        let_go(&arrays);
        return NULL;
    }
    if (count != PyList_GET_SIZE(row) || first < 0) {
        Py_DECREF(row);
        return wrong_size(&arrays);
    }
    for (i = 0; is_done && i < count; i++) {
        is_done = may_change(self) && add_value(self, PyList_GET_ITEM(row, i), numbers[i]) == 0;
    }
    for (i = 0; is_done && i < length; i++) {
        if (found[i] >= first && found[i] - first < count) {
            found[i] = numbers[found[i] - first];
        }
    }
    Py_DECREF(row);
    let_go(&arrays);
    if (!is_done) {
        return NULL;
    }
    Py_RETURN_NONE;
}

/* Let values go. They are out of the table already: their end may run Python. */
static void
free_values(PyObject **values, Py_ssize_t count)
{
    while (count > 0) {
        Py_DECREF(values[--count]);
    }
    PyMem_Free(values);
}

static const char drop_doc[] =
"drop(is_gone: int8 array) -> None\n\n"
"Forget the values whose numbers are marked by other than zero.";

static PyObject *
drop(ValueNumbers *self, PyObject *given)
{
    Arrays arrays = {.count = 0};
    const signed char *is_gone;
    PyObject **gone;
    Py_ssize_t length, count = 0;
    size_t i;
    int is_done;

    if (!may_change(self)) {
        return NULL;
    }
    is_gone = items_of(&arrays, given, 'b', &length, 0);
    gone = is_gone == NULL ? NULL : PyMem_Calloc(self->count + 1, sizeof(PyObject *));
    if (gone == NULL) {
        let_go(&arrays);
        return PyErr_Occurred() ? NULL : PyErr_NoMemory();
    }
    for (i = 0; i <= self->mask; i++) {
        Place *place = &self->places[i];

        if (place->value != NULL && place->number >= 0 && place->number < length
            && is_gone[place->number]) {
            gone[count++] = place->value;
            place->value = NULL;
        }
    }
    self->count -= count;
    let_go(&arrays);
    // Others may stand further on than they need to now: none is found so.
    is_done = lay_out(self, self->mask + 1) == 0;
    free_values(gone, count);
    if (!is_done) {
        return NULL;
    }
    Py_RETURN_NONE;
}

static Py_ssize_t
count_values(ValueNumbers *self)
{
    return self->count;
}

static PyObject *
new_value_numbers(PyTypeObject *type, PyObject *args, PyObject *options)
{
    ValueNumbers *self;

    if (PyTuple_GET_SIZE(args) || (options != NULL && PyDict_GET_SIZE(options))) {
        PyErr_SetString(PyExc_TypeError, "numbers of values begin with none");
        return NULL;
    }
    self = (ValueNumbers *)type->tp_alloc(type, 0);
    if (self != NULL && lay_out(self, LEAST_PLACES) < 0) {
        Py_CLEAR(self);
    }
    return (PyObject *)self;
}

static void
free_value_numbers(ValueNumbers *self)
{
    size_t i;

    for (i = 0; self->places != NULL && i <= self->mask; i++) {
        Py_XDECREF(self->places[i].value);
    }
    PyMem_Free(self->places);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PySequenceMethods sequence = {.sq_length = (lenfunc)count_values};

static PyMethodDef methods[] = {
    {"find", (PyCFunction)find, METH_VARARGS, find_doc},
    {"add", (PyCFunction)add, METH_VARARGS, add_doc},
    {"drop", (PyCFunction)drop, METH_O, drop_doc},
    {NULL, NULL, 0, NULL},
};

PyTypeObject value_numbers_type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "sijill.tagging._kernels.ValueNumbers",
    .tp_doc = "ValueNumbers()\n\nThe numbers of values.",
    .tp_basicsize = sizeof(ValueNumbers),
    .tp_dealloc = (destructor)free_value_numbers,
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_as_sequence = &sequence,
    .tp_methods = methods,
    .tp_new = new_value_numbers,
};
