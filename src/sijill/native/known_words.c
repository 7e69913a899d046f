/* Words go in with what is told of each; where they stand in a text comes out: `KnownWords` of
 * `known_words`. From each place of the text the tree of their letters is gone down.
 */

#include "tables.h"
#include "tree.h"

/* Powers of two. */
#define FIRSTS 4096
#define BEGINNINGS 131072
/* With its first two, three or five signs, as many as it has, a word is known to begin, or not to,
 * before the tree is asked. */
#define IS_BEGINNING(signs) ((signs) == 2 || (signs) == 3 || (signs) == LONGEST_BEGINNING)
#define LONGEST_BEGINNING 5
/* What may begin with a sign: a word of some signs, or that sign alone, too. */
#define LONG 1
#define ALONE 3

typedef struct {
    PyObject_HEAD
    PyObject *told; /* list: what is told of each word */
    Tree tree;      /* the mark of a knot is the number of the word that ends there */
    Py_ssize_t longest;
    int is_apart;                        /* whether no word begins behind a letter or digit */
    char first[FIRSTS];                  /* what a sign may begin, by its last bits */
    unsigned char begun[BEGINNINGS / 8]; /* a bit for the first signs of each long word */
} KnownWords;

/* Give the hash of some signs and one more. */
static inline unsigned int
with_sign(unsigned int hash, Py_UCS4 sign)
{
    hash = (hash ^ sign) * 0x9e3779b1u;
    return hash ^ hash >> 15;
}

/* Take in a word with what is told of it; 0 with an error set. */
static int
add_word(KnownWords *self, PyObject *word, PyObject *told)
{
    Py_ssize_t length = PyUnicode_Check(word) ? PyUnicode_GET_LENGTH(word) : 0, i;
    unsigned int hash = 0, beginning = 0;
    int knot = ROOT;

    if (length == 0) {
        PyErr_SetString(PyExc_TypeError, "a word is a string of one letter or more");
        return 0;
    }
    for (i = 0; i < length; i++) {
        if ((knot = grow(&self->tree, knot, PyUnicode_READ_CHAR(word, i))) == NONE) {
            return 0;
        }
        hash = with_sign(hash, PyUnicode_READ_CHAR(word, i));
        if (IS_BEGINNING(i + 1)) {
            beginning = hash % BEGINNINGS;
        }
    }
    self->tree.marks[knot] = (int)PyList_GET_SIZE(self->told);
    self->first[PyUnicode_READ_CHAR(word, 0) % FIRSTS] |= length == 1 ? ALONE : LONG;
    if (length > 1) {
        self->begun[beginning / 8] |= 1u << beginning % 8;
    }
    self->longest = Py_MAX(self->longest, length);
    return PyList_Append(self->told, told) == 0;
}

/* Give a word that was found: its start, its end, what is told of it. */
static PyObject *
found_word(Py_ssize_t start, Py_ssize_t end, PyObject *told)
{
    PyObject *found = PyTuple_New(3), *from = PyLong_FromSsize_t(start);
    PyObject *to = PyLong_FromSsize_t(end);

    if (found == NULL || from == NULL || to == NULL) {
        Py_XDECREF(found);
        Py_XDECREF(from);
        Py_XDECREF(to);
        return NULL;
    }
    PyTuple_SET_ITEM(found, 0, from);
    PyTuple_SET_ITEM(found, 1, to);
    PyTuple_SET_ITEM(found, 2, Py_NewRef(told));
    return found;
}

/* Write down the words that begin at a place, the longest first; 0 with an error set.
 *
 * `words` are the numbers of those that end behind each letter, NONE for none. */
static int
write_words(const KnownWords *self, PyObject *out, Py_ssize_t place, const int *words,
            Py_ssize_t length)
{
    for (; length > 0; length--) {
        PyObject *found;
        int is_done;

        if (words[length - 1] == NONE) {
            continue;
        }
        found = found_word(place, place + length, PyList_GET_ITEM(self->told, words[length - 1]));
        is_done = found != NULL && PyList_Append(out, found) == 0;
        Py_XDECREF(found);
        if (!is_done) {
            return 0;
        }
    }
    return 1;
}

/* Say whether a word may begin at a place of a text. */
static inline int
may_begin(const KnownWords *self, int kind, const void *data, Py_ssize_t length, Py_ssize_t place)
{
    int first = self->first[PyUnicode_READ(kind, data, place) % FIRSTS];
    Py_ssize_t most = Py_MIN(length - place, LONGEST_BEGINNING), i;
    unsigned int hash = 0, bit;

    if (!first || (self->is_apart && place > 0
                   && Py_UNICODE_ISALNUM(PyUnicode_READ(kind, data, place - 1)))) {
        return 0;
    }
    for (i = 0; first == LONG && i < most; i++) {
        hash = with_sign(hash, PyUnicode_READ(kind, data, place + i));
        bit = hash % BEGINNINGS;
        if (IS_BEGINNING(i + 1) && self->begun[bit / 8] >> bit % 8 & 1) {
            return 1;
        }
    }
    return first == ALONE;
}

/* Write down all words of a text; `words` has room for one number for each letter of the longest. */
static int
find_words(const KnownWords *self, PyObject *text, int *words, PyObject *out)
{
    int kind = PyUnicode_KIND(text);
    const void *data = PyUnicode_DATA(text);
    Py_ssize_t length = PyUnicode_GET_LENGTH(text), place, at;

    for (place = 0; place < length; place++) {
        int knot = ROOT;

        if (!may_begin(self, kind, data, length, place)) {
            continue;
        }
        for (at = place; at < length; at++) {
            if ((knot = knot_below(&self->tree, knot, PyUnicode_READ(kind, data, at))) == NONE) {
                break;
            }
            words[at - place] = self->tree.marks[knot];
        }
        if (!write_words(self, out, place, words, at - place)) {
            return 0;
        }
    }
    return 1;
}

static const char find_doc[] = PyDoc_STR(
"find(text: str) -> list[tuple[int, int, object]]\n\n"
"Give start and end of all words in a text, and what is told of each, from left to right, of those\n"
"that begin at one place the longest first.");

static PyObject *
find(KnownWords *self, PyObject *text)
{
    PyObject *out;
    int *words;

    if (!PyUnicode_Check(text)) {
        return PyErr_Format(PyExc_TypeError, "a text is a string");
    }
    if ((out = PyList_New(0)) == NULL) {
        return NULL;
    }
    if ((words = PyMem_Malloc((self->longest + 1) * sizeof(int))) == NULL) {
        Py_DECREF(out);
        return PyErr_NoMemory();
    }
    if (!find_words(self, text, words, out)) {
        Py_CLEAR(out);
    }
    PyMem_Free(words);
    return out;
}

static void
free_words(KnownWords *self)
{
    fell(&self->tree);
    Py_XDECREF(self->told);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyObject *
new_words(PyTypeObject *type, PyObject *args, PyObject *options)
{
    static char *names[] = {"told", "is_apart", NULL};
    PyObject *given, *word, *told;
    Py_ssize_t at = 0;
    KnownWords *self;
    int is_apart = 0, is_done;

    if (!PyArg_ParseTupleAndKeywords(args, options, "O!|p:KnownWords", names, &PyDict_Type,
                                     &given, &is_apart)
        || (self = (KnownWords *)type->tp_alloc(type, 0)) == NULL) {
        return NULL;
    }
    self->is_apart = is_apart;
    is_done = plant(&self->tree) && (self->told = PyList_New(0)) != NULL;
    while (is_done && PyDict_Next(given, &at, &word, &told)) {
        is_done = add_word(self, word, told);
    }
    if (!is_done) {
        Py_DECREF(self);
        return NULL;
    }
    return (PyObject *)self;
}

static PyMethodDef methods[] = {
    {"find", (PyCFunction)find, METH_O, find_doc},
    {NULL, NULL, 0, NULL},
};

PyTypeObject known_words_type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "sijill._kernels.KnownWords",
    .tp_doc = "KnownWords(told: dict[str, object], is_apart=False)\n\nWords, and what is told of each.",
    .tp_basicsize = sizeof(KnownWords),
    .tp_dealloc = (destructor)free_words,
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_methods = methods,
    .tp_new = new_words,
};
