/* Weighed groups of letters go in; the average weight of those in a word comes out: `shape.py`.
 *
 * Up to four letters of two bytes are one number, which is looked up without comparing strings.
 */

#include "letter_groups.h"

#define LONGEST_GROUP 4
#define BITS_OF_LETTER 16
#define MOST_LETTER 0xffff

/* A place of the table; the group 0 is none. */
typedef struct {
    unsigned long long group;
    double weight;
} Place;

typedef struct {
    PyObject_HEAD
    Place *places;
    size_t mask;
    Py_ssize_t shortest, longest;
} LetterGroups;

/* Give the place of a group, or the free one where it would be. */
static Place *
place_of(const LetterGroups *self, unsigned long long group)
{
    size_t at = (size_t)(group * 0x9e3779b97f4a7c15ULL >> 32);

    for (;; at++) {
        Place *place = &self->places[at & self->mask];

        if (place->group == group || place->group == 0) {
            return place;
        }
    }
}

/* Give the letters of a group as one number; 0 with an error set. */
static unsigned long long
group_of(PyObject *letters)
{
    Py_ssize_t length = PyUnicode_Check(letters) ? PyUnicode_GET_LENGTH(letters) : 0, i;
    unsigned long long group = 0;

    for (i = 0; i < length; i++) {
        Py_UCS4 letter = PyUnicode_READ_CHAR(letters, i);

        if (letter == 0 || letter > MOST_LETTER) {
            break;
        }
        group = group << BITS_OF_LETTER | letter;
    }
    if (i < length || length < 1 || length > LONGEST_GROUP) {
        PyErr_SetString(PyExc_ValueError, "a group has one to four letters of two bytes each");
        return 0;
    }
    return group;
}

/* Fill the table with groups and their weights; 0, or -1 with an error set. */
static int
fill_groups(LetterGroups *self, PyObject *weights)
{
    PyObject *letters, *given;
    Py_ssize_t at = 0;
    size_t size = 8;

    while (size < 2 * (size_t)PyDict_GET_SIZE(weights)) {
        size *= 2;
    }
    self->mask = size - 1;
    self->places = PyMem_Calloc(size, sizeof(Place));
    if (self->places == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    while (PyDict_Next(weights, &at, &letters, &given)) {
        unsigned long long group = group_of(letters);
        double weight = group == 0 || !PyFloat_CheckExact(given) ? 0.0 : PyFloat_AS_DOUBLE(given);

        if (group != 0 && !PyFloat_CheckExact(given)) {
            PyErr_SetString(PyExc_TypeError, "a weight is a float");
        }
        if (PyErr_Occurred()) {
            return -1;
        }
        *place_of(self, group) = (Place){group, weight};
    }
    return 0;
}

static void
free_groups(LetterGroups *self)
{
    PyMem_Free(self->places);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyObject *
new_groups(PyTypeObject *type, PyObject *args, PyObject *options)
{
    LetterGroups *self;
    PyObject *weights;
    Py_ssize_t shortest, longest;

    if (options != NULL && PyDict_GET_SIZE(options)) {
        PyErr_SetString(PyExc_TypeError, "groups of letters have no options");
        return NULL;
    }
    if (!PyArg_ParseTuple(args, "O!nn:LetterGroups", &PyDict_Type, &weights, &shortest, &longest)) {
        return NULL;
    }
    if (shortest < 1 || longest > LONGEST_GROUP) {
        PyErr_SetString(PyExc_ValueError, "a group has one to four letters");
        return NULL;
    }
    self = (LetterGroups *)type->tp_alloc(type, 0);
    if (self == NULL) {
        return NULL;
    }
    self->shortest = shortest;
    self->longest = longest;
    if (fill_groups(self, weights) < 0) {
        Py_CLEAR(self);
    }
    return (PyObject *)self;
}

/* Give a letter of a word that stands between `<` and `>`. */
static Py_UCS4
letter_at(int kind, const void *data, Py_ssize_t length, Py_ssize_t at)
{
    return at == 0 ? '<' : at > length ? '>' : PyUnicode_READ(kind, data, at - 1);
}

static const char average_doc[] =
"average(word: str) -> float\n\n"
"Give the average weight of the groups of letters in a word between `<` and `>`, the shortest summed\n"
"up first; 0.0 where there are none.";

static PyObject *
average(LetterGroups *self, PyObject *word)
{
    Py_ssize_t size, length, at, found = 0;
    double sum = 0.0;
    const void *data;
    int kind;

    if (!PyUnicode_Check(word)) {
        PyErr_SetString(PyExc_TypeError, "a word is a string");
        return NULL;
    }
    kind = PyUnicode_KIND(word);
    data = PyUnicode_DATA(word);
    size = PyUnicode_GET_LENGTH(word);
    for (length = self->shortest; length <= self->longest; length++) {
        unsigned long long group = 0, all = ~0ULL >> (64 - BITS_OF_LETTER * length);
        Py_ssize_t run = 0; /* of letters that a group may have */

        for (at = 0; at < size + 2; at++) {
            Py_UCS4 letter = letter_at(kind, data, size, at);
            const Place *place;

            run = letter == 0 || letter > MOST_LETTER ? 0 : run + 1;
            group = (group << BITS_OF_LETTER | (letter & MOST_LETTER)) & all;
            if (run < length) {
                continue;
            }
            place = place_of(self, group);
            if (place->group != 0) {
                sum += place->weight;
                found++;
            }
        }
    }
    return PyFloat_FromDouble(found ? sum / (double)found : 0.0);
}

static PyMethodDef methods[] = {
    {"average", (PyCFunction)average, METH_O, average_doc},
    {NULL, NULL, 0, NULL},
};

PyTypeObject letter_groups_type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "sijill.tagging._kernels.LetterGroups",
    .tp_doc = "LetterGroups(weights: dict[str, float], shortest: int, longest: int)\n\n"
              "Groups of one to four letters, none of them beyond two bytes, and their weights.",
    .tp_basicsize = sizeof(LetterGroups),
    .tp_dealloc = (destructor)free_groups,
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_methods = methods,
    .tp_new = new_groups,
};
