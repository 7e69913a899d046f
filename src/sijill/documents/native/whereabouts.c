/* Sentences and mentions of a text go in; those at, in and over a place come out: `Whereabouts` of
 * whereabouts.py, in C, as a text asks some six hundred times. */

#include "loops.h"

/* Whether there is time left is asked once in so many questions. */
#define OFTEN 16
/* A mention is looked for among so many that begin before. That of whereabouts.py. */
#define NESTED 12

typedef struct {
    PyObject_HEAD
    PyObject *check, *sentences, *mentions; /* the last two are tuples */
    Py_ssize_t *sentence_starts, *starts, *ends;
    Py_ssize_t *reach; /* how far the mentions up to each one reach, behind nothing before the first */
} Whereabouts;

/* Count a question, and ask now and then whether there is time left; 0 with an error set. */
static int
has_time_left(Whereabouts *self)
{
    static int left = OFTEN;
    PyObject *told;

    if (self->check == NULL) {
        PyErr_SetString(PyExc_TypeError, "nothing was put in");
        return 0;
    }
    if (--left > 0) {
        return 1;
    }
    left = 1; // where no time is left the next question tells so, too
    if ((told = PyObject_CallNoArgs(self->check)) == NULL) {
        return 0;
    }
    Py_DECREF(told);
    left = OFTEN;
    return 1;
}

/* Give the first of ascending numbers, from `low` on, that is no smaller than a place. */
static Py_ssize_t
first_from(const Py_ssize_t *numbers, Py_ssize_t low, Py_ssize_t high, Py_ssize_t place)
{
    while (low < high) {
        Py_ssize_t middle = low + (high - low) / 2;

        if (numbers[middle] < place) {
            low = middle + 1;
        }
        else {
            high = middle;
        }
    }
    return low;
}

/* Read a place of a text; 0 with an error set. */
static int
read_place(PyObject *number, Py_ssize_t *place)
{
    *place = PyLong_AsSsize_t(number);
    if (*place == -1 && PyErr_Occurred()) {
        return 0;
    }
    if (*place == PY_SSIZE_T_MAX) {
        PyErr_SetString(PyExc_OverflowError, "no text has such a place");
        return 0;
    }
    return 1;
}

/* Give the places that members of a tuple have by a name; NULL with an error set. */
static Py_ssize_t *
read_places(PyObject *members, const char *name)
{
    Py_ssize_t count = PyTuple_GET_SIZE(members), i;
    Py_ssize_t *places = PyMem_New(Py_ssize_t, count + 1);

    if (places == NULL) {
        PyErr_NoMemory();
        return NULL;
    }
    for (i = 0; i < count; i++) {
        PyObject *number = PyObject_GetAttrString(PyTuple_GET_ITEM(members, i), name);
        int is_read = number != NULL && read_place(number, &places[i]);

        Py_XDECREF(number);
        if (!is_read) {
            PyMem_Free(places);
            return NULL;
        }
    }
    return places;
}

/* Give the number of the sentence that holds a place, of the last one before it, or 0; -1 with an
 * error set. */
static Py_ssize_t
sentence_of(Whereabouts *self, PyObject *offset)
{
    Py_ssize_t place, at;

    if (!has_time_left(self) || !read_place(offset, &place)) {
        return -1;
    }
    at = first_from(self->sentence_starts, 0, PyTuple_GET_SIZE(self->sentences), place + 1);
    return at ? at - 1 : 0;
}

static PyObject *
sentence_index(Whereabouts *self, PyObject *offset)
{
    Py_ssize_t at = sentence_of(self, offset);

    return at < 0 ? NULL : PyLong_FromSsize_t(at);
}

static PyObject *
sentence_at(Whereabouts *self, PyObject *offset)
{
    Py_ssize_t at = sentence_of(self, offset);

    return at < 0 ? NULL : PySequence_GetItem(self->sentences, at);
}

/* Say whether a mention is of one of the kinds that are wanted; -1 with an error set. */
static int
is_wanted(PyObject *mention, PyObject *kinds)
{
    static PyObject *name = NULL;
    PyObject *kind;
    int told;

    if (kinds == NULL) {
        return 1;
    }
    if ((name == NULL && (name = PyUnicode_InternFromString("kind")) == NULL)
        || (kind = PyObject_GetAttr(mention, name)) == NULL) {
        return -1;
    }
    told = PySequence_Contains(kinds, kind);
    Py_DECREF(kind);
    return told;
}

static PyObject *
mentions_in(Whereabouts *self, PyObject *const *args, Py_ssize_t count)
{
    PyObject *found, *kinds = NULL;
    Py_ssize_t start, end, all, i;
    int told = 1;

    if (count < 2 || count > 3) {
        return PyErr_Format(PyExc_TypeError, "a stretch has a start and an end");
    }
    if (!has_time_left(self) || !read_place(args[0], &start) || !read_place(args[1], &end)
        || (found = PyList_New(0)) == NULL) {
        return NULL;
    }
    all = PyTuple_GET_SIZE(self->mentions);
    i = first_from(self->starts, 0, all, start);
    if (count == 3 && args[2] != Py_None && i < all && self->starts[i] < end
        && (kinds = PySequence_Fast(args[2], "kinds are a sequence")) == NULL) {
        told = -1;
    }
    for (; told >= 0 && i < all && self->starts[i] < end; i++) {
        PyObject *mention = PyTuple_GET_ITEM(self->mentions, i);

        if (self->ends[i] <= end && (told = is_wanted(mention, kinds)) > 0
            && PyList_Append(found, mention) < 0) {
            told = -1;
        }
    }
    Py_XDECREF(kinds);
    if (told < 0) {
        Py_CLEAR(found);
    }
    return found;
}

static PyObject *
mention_over(Whereabouts *self, PyObject *const *args, Py_ssize_t count)
{
    Py_ssize_t start, end, last, i;

    if (count != 2) {
        return PyErr_Format(PyExc_TypeError, "a stretch has a start and an end");
    }
    if (!has_time_left(self) || !read_place(args[0], &start) || !read_place(args[1], &end)) {
        return NULL;
    }
    last = first_from(self->starts, 0, PyTuple_GET_SIZE(self->mentions), start + 1);
    if (self->reach[last] >= end) {
        for (i = Py_MAX(0, last - NESTED); i < last; i++) {
            if (end <= self->ends[i]) {
                return Py_NewRef(PyTuple_GET_ITEM(self->mentions, i));
            }
        }
    }
    Py_RETURN_NONE;
}

static int
init(Whereabouts *self, PyObject *args, PyObject *options)
{
    static char *names[] = {"sentences", "mentions", "check", NULL};
    PyObject *sentences, *mentions, *check;
    Py_ssize_t count, i;

    if (!PyArg_ParseTupleAndKeywords(args, options, "O!O!O:Whereabouts", names, &PyTuple_Type,
                                     &sentences, &PyTuple_Type, &mentions, &check)) {
        return -1;
    }
    if (self->sentences != NULL) {
        PyErr_SetString(PyExc_TypeError, "what was put in stays");
        return -1;
    }
    self->sentences = Py_NewRef(sentences);
    self->mentions = Py_NewRef(mentions);
    count = PyTuple_GET_SIZE(mentions);
    if ((self->sentence_starts = read_places(sentences, "start")) == NULL
        || (self->starts = read_places(mentions, "start")) == NULL
        || (self->ends = read_places(mentions, "end")) == NULL) {
        return -1;
    }
    if ((self->reach = PyMem_New(Py_ssize_t, count + 1)) == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    self->reach[0] = 0;
    for (i = 0; i < count; i++) {
        self->reach[i + 1] = i ? Py_MAX(self->reach[i], self->ends[i]) : self->ends[i];
    }
    self->check = Py_NewRef(check); // the last: nothing is asked of what is not whole
    return 0;
}

static void
free_whereabouts(Whereabouts *self)
{
    PyMem_Free(self->sentence_starts);
    PyMem_Free(self->starts);
    PyMem_Free(self->ends);
    PyMem_Free(self->reach);
    Py_XDECREF(self->check);
    Py_XDECREF(self->sentences);
    Py_XDECREF(self->mentions);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyMethodDef methods[] = {
    {"sentence_index", (PyCFunction)sentence_index, METH_O,
     "sentence_index(offset: int) -> int\n\n"
     "Give the number of the sentence that holds an offset, or of the last one before it."},
    {"sentence_at", (PyCFunction)sentence_at, METH_O,
     "sentence_at(offset: int) -> Sentence\n\n"
     "Give the sentence that holds an offset, or the last one before it."},
    {"mentions_in", (PyCFunction)(void (*)(void))mentions_in, METH_FASTCALL,
     "mentions_in(start: int, end: int, kinds: Iterable | None = None, /) -> list\n\n"
     "Give the mentions wholly inside a stretch, in order, longer ones before nested ones."},
    {"mention_over", (PyCFunction)(void (*)(void))mention_over, METH_FASTCALL,
     "mention_over(start: int, end: int, /) -> Mention | None\n\n"
     "Give the longest mention that covers a stretch."},
    {NULL, NULL, 0, NULL},
};

PyTypeObject whereabouts_type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "sijill.documents._kernels.Whereabouts",
    .tp_doc = "Whereabouts(sentences: tuple, mentions: tuple, check)\n\n"
              "Both are sorted. `check` is called now and then, and what it raises is raised.",
    .tp_basicsize = sizeof(Whereabouts),
    .tp_dealloc = (destructor)free_whereabouts,
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
    .tp_init = (initproc)init,
    .tp_new = PyType_GenericNew,
    .tp_methods = methods,
};
