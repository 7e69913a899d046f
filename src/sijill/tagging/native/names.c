/* The names of features go in; their numbers come out, without a Python string for each name.
 *
 * A table of open places: of each name it holds half of a hash, so that of the many names that are
 * not there nearly none is compared.
 */

#include "arrays.h"
#include "names.h"

#include <string.h>

/* Names of one text, one a line; the number of a name is that of its line. */
typedef struct {
    unsigned int half; /* of the hash of the name */
    int number;        /* -1 where the place is free */
    int begin, length; /* of the name's line in the text */
} Place;

typedef struct {
    PyObject_HEAD
    PyObject *text;
    Py_ssize_t count;
    Py_ssize_t longest; /* the length of the longest name */
    Place *places;
    size_t mask;
} Names;

/* The hash of FNV-1a, over code points. */
#define BEGIN_HASH 0xcbf29ce484222325ULL
#define ADD_TO_HASH(hash, sign) ((hash) = ((hash) ^ (sign)) * 0x100000001b3ULL)

static unsigned long long
end_hash(unsigned long long hash)
{
    hash ^= hash >> 32;
    hash *= 0xd6e8feb86659fd93ULL;
    return hash ^ hash >> 32;
}

#define ADD_SIGNS(hash, type, signs, begin, length)                                                   \
    for (i = 0; i < (length); i++) {                                                                   \
        ADD_TO_HASH(hash, ((const type *)(signs)->data)[(begin) + i]);                                 \
    }

/* Add signs of a string to a hash. */
static unsigned long long
add_signs(unsigned long long hash, const Signs *signs, Py_ssize_t begin, Py_ssize_t length)
{
    Py_ssize_t i;

    if (signs->kind == PyUnicode_1BYTE_KIND) {
        ADD_SIGNS(hash, Py_UCS1, signs, begin, length);
    }
    else if (signs->kind == PyUnicode_2BYTE_KIND) {
        ADD_SIGNS(hash, Py_UCS2, signs, begin, length);
    }
    else {
        ADD_SIGNS(hash, Py_UCS4, signs, begin, length);
    }
    return hash;
}

/* Say whether a line of the text is what stands before `length` signs, and these signs. */
static int
is_line(const Names *names, const Place *line, const char *before, const Signs *signs,
        Py_ssize_t begin, Py_ssize_t length)
{
    int kind = PyUnicode_KIND(names->text);
    const void *data = PyUnicode_DATA(names->text);
    Py_ssize_t at = line->begin, i;

    if (line->length != (Py_ssize_t)strlen(before) + length) {
        return 0;
    }
    for (; *before; before++, at++) {
        if (PyUnicode_READ(kind, data, at) != (Py_UCS4)*before) {
            return 0;
        }
    }
    for (i = 0; i < length; i++) {
        if (PyUnicode_READ(kind, data, at + i) != PyUnicode_READ(signs->kind, signs->data,
                                                                 begin + i)) {
            return 0;
        }
    }
    return 1;
}

/* Give the hash of what stands before `length` signs, and these signs. */
static unsigned long long
hash_of(const char *before, const Signs *signs, Py_ssize_t begin, Py_ssize_t length)
{
    unsigned long long hash = BEGIN_HASH;

    for (; *before; before++) {
        ADD_TO_HASH(hash, (unsigned char)*before);
    }
    return end_hash(add_signs(hash, signs, begin, length));
}

/* Half of a hash is kept in the table, the other half says where. */
#define HALF_OF(hash) ((unsigned int)((hash) >> 32))

/* Give the place of a name in the table, or the free one where it would be. */
static Place *
place_of(const Names *names, unsigned long long hash, const char *before, const Signs *signs,
         Py_ssize_t begin, Py_ssize_t length)
{
    size_t at;

    for (at = hash & names->mask;; at = (at + 1) & names->mask) {
        Place *place = &names->places[at];

        if (place->number < 0
            || (place->half == HALF_OF(hash)
                && is_line(names, place, before, signs, begin, length))) {
            return place;
        }
    }
}

Signs
signs_of(PyObject *text)
{
    Signs signs = {PyUnicode_KIND(text), PyUnicode_DATA(text), PyUnicode_GET_LENGTH(text)};

    return signs;
}

void
find_names(PyObject *given, const Sought *sought, int count, long long *numbers)
{
    const Names *names = (const Names *)given;
    const char *text = PyUnicode_DATA(names->text);
    int kind = PyUnicode_KIND(names->text), i;
    unsigned long long hashes[MOST_SOUGHT];

    for (i = 0; i < count; i++) {
        Signs signs = signs_of(sought[i].text);

        hashes[i] = hash_of(sought[i].before, &signs, sought[i].begin, sought[i].length);
        FETCH_AHEAD(&names->places[hashes[i] & names->mask]);
    }
    for (i = 0; i < count; i++) {
        const Place *place = &names->places[hashes[i] & names->mask];

        if (place->number >= 0 && place->half == HALF_OF(hashes[i])) {
            FETCH_AHEAD(text + (Py_ssize_t)place->begin * kind);
        }
    }
    for (i = 0; i < count; i++) {
        Signs signs = signs_of(sought[i].text);

        numbers[i] = place_of(names, hashes[i], sought[i].before, &signs, sought[i].begin,
                              sought[i].length)->number;
    }
}

static void
free_names(Names *self)
{
    PyMem_Free(self->places);
    Py_XDECREF(self->text);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

/* Give a line of the text the next number. */
static void
add_line(Names *self, const Signs *signs, Py_ssize_t begin, Py_ssize_t length, int number)
{
    unsigned long long hash = hash_of("", signs, begin, length);
    Place *place = place_of(self, hash, "", signs, begin, length);

    place->half = HALF_OF(hash);
    place->number = number;
    place->begin = (int)begin;
    place->length = (int)length;
    self->longest = Py_MAX(self->longest, length);
}

/* Fill the table with the lines of the text; 0, or -1 with an error set. */
static int
fill_names(Names *self)
{
    Signs signs = signs_of(self->text);
    size_t size = 8;
    Py_ssize_t line = 0, begin = 0, i;

    while (size < 2 * (size_t)self->count) {
        size *= 2;
    }
    self->mask = size - 1;
    self->places = PyMem_Malloc(size * sizeof(Place));
    if (self->places == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    memset(self->places, -1, size * sizeof(Place));
    for (i = 0; self->count && i <= signs.length; i++) {
        if (i < signs.length && PyUnicode_READ(signs.kind, signs.data, i) != '\n') {
            continue;
        }
        if (line == self->count) {
            PyErr_SetString(PyExc_ValueError, "there are more names than said");
            return -1;
        }
        add_line(self, &signs, begin, i - begin, (int)line++);
        begin = i + 1;
    }
    if (line != self->count || (!self->count && signs.length)) {
        PyErr_SetString(PyExc_ValueError, "there are not as many names as said");
        return -1;
    }
    return 0;
}

static PyObject *
new_names(PyTypeObject *type, PyObject *args, PyObject *options)
{
    PyObject *text;
    Py_ssize_t count;
    Names *self;

    if (options != NULL && PyDict_GET_SIZE(options)) {
        PyErr_SetString(PyExc_TypeError, "names have no options");
        return NULL;
    }
    if (!PyArg_ParseTuple(args, "Un:Names", &text, &count)) {
        return NULL;
    }
    // A text has at least as many signs as names, but for the last line end.
    if (count < 0 || count > PyUnicode_GET_LENGTH(text) + 1 || count > MOST_NAMES) {
        PyErr_SetString(PyExc_ValueError, "there are not as many names as said");
        return NULL;
    }
    if (PyUnicode_GET_LENGTH(text) >= INT_MAX) {
        PyErr_SetString(PyExc_ValueError, "the names are too long");
        return NULL;
    }
    self = (Names *)type->tp_alloc(type, 0);
    if (self == NULL) {
        return NULL;
    }
    self->text = Py_NewRef(text);
    self->count = count;
    if (fill_names(self) < 0) {
        Py_DECREF(self);
        return NULL;
    }
    return (PyObject *)self;
}

/* So many names are remembered while others of their row are looked for. */
#define MOST_LAST 64

/* What names of values in a row are made of; the values of one place stand side by side. */
typedef struct {
    PyObject *before, *joint;
    PyObject **values;
    Py_ssize_t length, each, count;
    Py_ssize_t last[MOST_LAST]; /* places with a name, by what their values are; -1 for none */
} Row;

/* Give the last place whose name is made of the very same objects, or else the place itself. */
static Py_ssize_t
place_alike(Row *row, Py_ssize_t place)
{
    PyObject **mine = row->values + place * row->each;
    size_t trace = 0;
    Py_ssize_t i, *last;

    for (i = 0; i < row->length; i++) {
        trace = trace * 31 + ((size_t)mine[i] >> 4);
    }
    last = &row->last[(trace ^ trace >> 8) % MOST_LAST];
    if (*last >= 0) {
        PyObject **other = row->values + *last * row->each;

        for (i = 0; i < row->length && mine[i] == other[i]; i++) {}
        if (i == row->length) {
            return *last;
        }
    }
    return *last = place;
}

/* Give a part of the name that begins at a place: what is before it, then a value, a joint, … */
static PyObject *
part_of(const Row *row, Py_ssize_t place, Py_ssize_t part)
{
    if (part == 0) {
        return row->before;
    }
    return part % 2 ? row->values[place * row->each + part / 2] : row->joint;
}

/* Write the hash of the name that begins at a place, and its length; 0 where there is none, or it is
 * longer than all that are in the table. */
static int
hash_in_row(const Names *names, const Row *row, Py_ssize_t place, unsigned long long *hash,
            Py_ssize_t *length)
{
    Py_ssize_t part;

    *hash = BEGIN_HASH;
    *length = 0;
    for (part = 0; part < 2 * row->length; part++) {
        PyObject *text = part_of(row, place, part);
        Signs signs;

        if (!PyUnicode_Check(text)) {
            return 0;
        }
        signs = signs_of(text);
        if (signs.length > names->longest - *length) {
            return 0;
        }
        *hash = add_signs(*hash, &signs, 0, signs.length);
        *length += signs.length;
    }
    *hash = end_hash(*hash);
    return 1;
}

/* Say whether a line of the text is the name of so many signs that begins at a place. */
static int
is_in_row(const Names *names, const Place *line, const Row *row, Py_ssize_t place,
          Py_ssize_t length)
{
    int kind = PyUnicode_KIND(names->text);
    const void *data = PyUnicode_DATA(names->text);
    Py_ssize_t at = line->begin, part, i;

    if (line->length != length) {
        return 0;
    }
    for (part = 0; part < 2 * row->length; part++) {
        Signs signs = signs_of(part_of(row, place, part));

        for (i = 0; i < signs.length; i++, at++) {
            if (PyUnicode_READ(kind, data, at) != PyUnicode_READ(signs.kind, signs.data, i)) {
                return 0;
            }
        }
    }
    return 1;
}

/* Write the numbers of the names that begin at some places of a row, `MOST_SOUGHT` at most; those
 * of all places before are written. */
static void
find_in_row(const Names *names, Row *row, Py_ssize_t begin, int count, long long *found)
{
    unsigned long long hashes[MOST_SOUGHT];
    Py_ssize_t lengths[MOST_SOUGHT], alike[MOST_SOUGHT], place;
    size_t at;
    int i;

    for (i = 0; i < count; i++) {
        place = begin + i;
        found[place] = -1;
        alike[i] = row->length > row->count - place * row->each ? -1 : place_alike(row, place);
        if (alike[i] == place && !hash_in_row(names, row, place, &hashes[i], &lengths[i])) {
            alike[i] = -1;
        }
        if (alike[i] == place) {
            FETCH_AHEAD(&names->places[hashes[i] & names->mask]);
        }
    }
    for (i = 0; i < count; i++) {
        place = begin + i;
        if (alike[i] != place) {
            found[place] = alike[i] < 0 ? -1 : found[alike[i]];
            continue;
        }
        for (at = hashes[i] & names->mask;; at = (at + 1) & names->mask) {
            const Place *line = &names->places[at];

            if (line->number < 0
                || (line->half == HALF_OF(hashes[i])
                    && is_in_row(names, line, row, place, lengths[i]))) {
                found[place] = line->number;
                break;
            }
        }
    }
}

static const char look_up_names_doc[] =
"look_up(values: Sequence, found: int64 array, before: str, length: int, joint: str, each: int)\n"
"    -> None\n\n"
"Write for each place the number of the name that is `before` and then so many values from this\n"
"place on, joined by `joint`; -1 where there is none: `PlainChannel.names` of channels.py.";

static PyObject *
look_up_names(Names *self, PyObject *args)
{
    PyObject *values, *given, *kept;
    Arrays arrays = {.count = 0};
    Row row;
    Py_ssize_t places, begin;
    long long *found;

    if (!PyArg_ParseTuple(args, "OOUnUn:look_up", &values, &given, &row.before, &row.length,
                          &row.joint, &row.each)) {
        return NULL;
    }
    if (row.length < 1 || row.each < 1) {
        PyErr_SetString(PyExc_ValueError, "a name has at least one value, and so has a place");
        return NULL;
    }
    if ((found = items_of(&arrays, given, 'q', &places, 1)) == NULL
        || (kept = PySequence_Fast(values, "values are a sequence")) == NULL) {
        let_go(&arrays);
        return NULL;
    }
    row.values = PySequence_Fast_ITEMS(kept);
    row.count = PySequence_Fast_GET_SIZE(kept);
    memset(row.last, -1, sizeof(row.last));
    if (row.count % row.each || row.count / row.each != places) {
        Py_DECREF(kept);
        return wrong_size(&arrays);
    }
    for (begin = 0; begin < places; begin += MOST_SOUGHT) {
        find_in_row(self, &row, begin, (int)Py_MIN(places - begin, MOST_SOUGHT), found);
    }
    Py_DECREF(kept);
    let_go(&arrays);
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"look_up", (PyCFunction)look_up_names, METH_VARARGS, look_up_names_doc},
    {NULL, NULL, 0, NULL},
};

PyTypeObject names_type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "sijill.tagging._kernels.Names",
    .tp_doc = "Names(text: str, count: int)\n\nThe lines of a text with their numbers.",
    .tp_basicsize = sizeof(Names),
    .tp_dealloc = (destructor)free_names,
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_methods = methods,
    .tp_new = new_names,
};
