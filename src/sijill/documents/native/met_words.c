/* A stretch of a text goes in; its word comes out with its folded form: `MetWords` of `met_words`,
 * in C. Most words of a text were met before, and are found here by their letters alone. */

#include "met_words.h"

#include <string.h>

/* Those of met_words.py. */
#define MOST 65536
#define WORD_LENGTH 40
/* What the letters of a word are made one number by. */
#define MIX 0x9e3779b97f4a7c15ULL
/* As many places there are at first; a power of two. */
#define FEWEST 1024

/* A stretch of a text, and the number that its letters make. */
typedef struct {
    PyObject *text;
    int kind;
    const void *data;
    Py_ssize_t start, length;
    unsigned long long number;
} Letters;

static Letters
letters_of(PyObject *text, Py_ssize_t start, Py_ssize_t end)
{
    Letters l = {.text = text, .kind = PyUnicode_KIND(text), .data = PyUnicode_DATA(text),
                 .start = start, .length = end - start};

    for (; start < end; start++) {
        l.number = (l.number ^ PyUnicode_READ(l.kind, l.data, start)) * MIX;
    }
    return l;
}

/* Say whether letters are those of a word. */
static int
are_of(const Letters *l, PyObject *word)
{
    Py_ssize_t i;

    if (PyUnicode_GET_LENGTH(word) != l->length) {
        return 0;
    }
    if ((int)PyUnicode_KIND(word) == l->kind) {
        return !memcmp(PyUnicode_DATA(word), (const char *)l->data + l->start * l->kind,
                       (size_t)(l->length * l->kind));
    }
    for (i = 0; i < l->length; i++) {
        if (PyUnicode_READ_CHAR(word, i) != PyUnicode_READ(l->kind, l->data, l->start + i)) {
            return 0;
        }
    }
    return 1;
}

/* Give the place of a word, or the free one where it would be. */
static Met *
place_of(const MetWords *self, const Letters *l)
{
    size_t at = l->number >> 32;

    for (;; at++) {
        Met *row = &self->rows[at & self->mask];

        if (row->word == NULL || (row->number == l->number && are_of(l, row->word))) {
            return row;
        }
    }
}

/* Forget all words. */
static void
forget(MetWords *self)
{
    size_t at;

    for (at = 0; self->count && at <= self->mask; at++) {
        Py_CLEAR(self->rows[at].word);
        Py_CLEAR(self->rows[at].folded);
    }
    self->count = 0;
}

/* Make room for one more word, by as many places again or by forgetting all; 0 with an error set. */
static int
make_room(MetWords *self)
{
    Met *old = self->rows;
    size_t size = old == NULL ? 0 : self->mask + 1, at, to;
    size_t wider = size ? 2 * size : FEWEST;

    if (self->count >= self->most) {
        forget(self);
    }
    if (size && 2 * (size_t)self->count < size) {
        return 1;
    }
    if ((self->rows = PyMem_Calloc(wider, sizeof(Met))) == NULL) {
        self->rows = old;
        PyErr_NoMemory();
        return 0;
    }
    self->mask = wider - 1;
    for (at = 0; at < size; at++) {
        if (old[at].word != NULL) {
            for (to = old[at].number >> 32; self->rows[to & self->mask].word != NULL; to++) {
            }
            self->rows[to & self->mask] = old[at];
        }
    }
    PyMem_Free(old);
    return 1;
}

/* Give the string that a word is each time, a borrowed reference: the one given where it is new;
 * NULL with an error set. */
static PyObject *
always(MetWords *self, PyObject *word)
{
    Letters l = letters_of(word, 0, PyUnicode_GET_LENGTH(word));
    Met *row = place_of(self, &l);

    if (row->word == NULL) {
        if (!make_room(self)) {
            return NULL;
        }
        row = place_of(self, &l);
        *row = (Met){l.number, Py_NewRef(word), NULL};
        self->count++;
    }
    return row->word;
}

/* Fold a word; a new reference. */
static PyObject *
fold(const MetWords *self, PyObject *word)
{
    PyObject *folded = PyObject_CallOneArg(self->fold, word);

    if (folded != NULL && !PyUnicode_Check(folded)) {
        PyErr_SetString(PyExc_TypeError, "a word is folded to a string");
        Py_CLEAR(folded);
    }
    return folded;
}

/* Keep a word with its folded form; new references take the place of those given. */
static int
keep(MetWords *self, const Letters *l, PyObject **word, PyObject **folded)
{
    PyObject *form, *kept;

    if ((form = always(self, *folded)) == NULL) {
        return 0;
    }
    Py_SETREF(*folded, Py_NewRef(form));
    if ((kept = always(self, *word)) == NULL) {
        return 0;
    }
    Py_SETREF(*word, Py_NewRef(kept));
    Py_XSETREF(place_of(self, l)->folded, Py_NewRef(*folded));
    return 1;
}

int
meet(MetWords *self, PyObject *text, Py_ssize_t start, Py_ssize_t end, PyObject **word,
     PyObject **folded)
{
    Letters l = letters_of(text, start, end);
    const Met *row = place_of(self, &l);

    if (row->folded != NULL) {
        *word = Py_NewRef(row->word);
        *folded = Py_NewRef(row->folded);
        return 1;
    }
    if ((*word = PyUnicode_Substring(text, start, end)) == NULL) {
        return 0;
    }
    // To fold may run Python, which may meet words: no row is held over it.
    if ((*folded = fold(self, *word)) != NULL
        && (l.length > WORD_LENGTH || keep(self, &l, word, folded))) {
        return 1;
    }
    Py_CLEAR(*word);
    Py_CLEAR(*folded);
    return 0;
}

static PyObject *
look_up(MetWords *self, PyObject *asked)
{
    PyObject *word, *folded;

    if (!PyUnicode_Check(asked)) {
        return PyErr_Format(PyExc_TypeError, "a word is a string");
    }
    if (!meet(self, asked, 0, PyUnicode_GET_LENGTH(asked), &word, &folded)) {
        return NULL;
    }
    return Py_BuildValue("NN", word, folded);
}

static Py_ssize_t
length(MetWords *self)
{
    return self->count;
}

static void
free_words(MetWords *self)
{
    forget(self);
    PyMem_Free(self->rows);
    Py_XDECREF(self->fold);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyObject *
new_words(PyTypeObject *type, PyObject *args, PyObject *options)
{
    static char *names[] = {"fold", "most", NULL};
    Py_ssize_t most = MOST;
    PyObject *given;
    MetWords *self;

    if (!PyArg_ParseTupleAndKeywords(args, options, "O|n:MetWords", names, &given, &most)
        || (self = (MetWords *)type->tp_alloc(type, 0)) == NULL) {
        return NULL;
    }
    self->fold = Py_NewRef(given);
    self->most = most;
    if (!make_room(self)) {
        Py_DECREF(self);
        return NULL;
    }
    return (PyObject *)self;
}

static PyMappingMethods mapping = {
    .mp_length = (lenfunc)length,
    .mp_subscript = (binaryfunc)look_up,
};

PyTypeObject met_words_type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "sijill.documents._kernels.MetWords",
    .tp_doc = "MetWords(fold, most=65536)\n\nWords with their folded forms; filled as they are met.",
    .tp_basicsize = sizeof(MetWords),
    .tp_dealloc = (destructor)free_words,
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_as_mapping = &mapping,
    .tp_new = new_words,
};
