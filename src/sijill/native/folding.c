/* A text goes in; it comes out with each of its signs folded by a function, which is asked once for
 * each of them: the loops of `FoldTable` of `text`. */

#include "tables.h"

/* Signs lie in pages of so many; those of most texts come from a few of them. */
#define PAGE 256
#define PAGES 256
/* What is in a page for a sign that was not met yet, and for one that is folded to no one sign. */
#define UNKNOWN 0
#define OTHER 0xffff
#define FAILED 0xffffffffu /* with an error set */
/* Words are not longer. */
#define WORD 64

typedef struct {
    PyObject_HEAD
    PyObject *fold_one;
    PyObject *others; /* dict by sign: what is folded to no sign, or to more than one */
    Py_UCS2 *pages[PAGES];
} Folder;

/* Ask what a sign is folded to, and keep it. */
static Py_UCS4
ask(Folder *self, Py_UCS4 sign)
{
    PyObject *asked = PyUnicode_FromOrdinal((int)sign), *folded = NULL;
    Py_UCS2 **page = sign < PAGES * PAGE ? &self->pages[sign / PAGE] : NULL;
    Py_UCS4 told = FAILED;

    if (asked != NULL && (folded = PyObject_CallOneArg(self->fold_one, asked)) != NULL
        && !PyUnicode_Check(folded)) {
        PyErr_SetString(PyExc_TypeError, "a sign is folded to letters");
        Py_CLEAR(folded);
    }
    if (folded != NULL && page != NULL && *page == NULL
        && (*page = PyMem_Calloc(PAGE, sizeof(Py_UCS2))) == NULL) {
        PyErr_NoMemory();
        Py_CLEAR(folded);
    }
    if (folded != NULL) {
        told = PyUnicode_GET_LENGTH(folded) == 1 ? PyUnicode_READ_CHAR(folded, 0) : OTHER;
        told = page != NULL && told != UNKNOWN && told < OTHER ? told : OTHER;
        if (told == OTHER && PyDict_SetItem(self->others, asked, folded) < 0) {
            told = FAILED;
        }
        else if (page != NULL) {
            (*page)[sign % PAGE] = (Py_UCS2)told;
        }
    }
    Py_XDECREF(asked);
    Py_XDECREF(folded);
    return told;
}

/* Give the one sign that a sign is folded to, else OTHER. */
static inline Py_UCS4
told_of(Folder *self, Py_UCS4 sign)
{
    const Py_UCS2 *page;

    if (sign >= PAGES * PAGE) {
        return OTHER;
    }
    page = self->pages[sign / PAGE];
    return page != NULL && page[sign % PAGE] != UNKNOWN ? page[sign % PAGE] : ask(self, sign);
}

/* Fold a text as long as each sign is folded to one; give how many were. */
static Py_ssize_t
fold_evenly(Folder *self, PyObject *text, Py_UCS2 *signs, int *is_same)
{
    int kind = PyUnicode_KIND(text);
    const void *data = PyUnicode_DATA(text);
    Py_ssize_t length = PyUnicode_GET_LENGTH(text), i;

    *is_same = 1;
    for (i = 0; i < length; i++) {
        Py_UCS4 sign = PyUnicode_READ(kind, data, i), folded = told_of(self, sign);

        if (folded >= OTHER) {
            break;
        }
        *is_same &= folded == sign;
        signs[i] = (Py_UCS2)folded;
    }
    return i;
}

/* What a text is folded to, as far as it is read, and which sign each of it comes from. */
typedef struct {
    Py_UCS4 *signs;
    Py_ssize_t *origins;
    Py_ssize_t length, held;
    int is_uneven; /* whether a sign was folded to none or several */
} Written;

/* Make room for more signs; 0 with an error set. */
static int
make_room(Written *w, Py_ssize_t more)
{
    Py_ssize_t wider = 2 * (w->length + more);
    void *signs, *origins;

    if (w->length + more <= w->held) {
        return 1;
    }
    if ((signs = PyMem_Realloc(w->signs, (size_t)wider * sizeof(Py_UCS4))) != NULL) {
        w->signs = signs;
    }
    if ((origins = PyMem_Realloc(w->origins, (size_t)wider * sizeof(Py_ssize_t))) != NULL) {
        w->origins = origins;
    }
    if (signs == NULL || origins == NULL) {
        PyErr_NoMemory();
        return 0;
    }
    w->held = wider;
    return 1;
}

/* Give what a sign that is folded to no one sign is folded to; NULL with an error set. */
static PyObject *
letters_of(Folder *self, Py_UCS4 sign)
{
    PyObject *asked = PyUnicode_FromOrdinal((int)sign), *folded = NULL;

    if (asked != NULL && (folded = PyDict_GetItemWithError(self->others, asked)) == NULL
        && !PyErr_Occurred() && ask(self, sign) != FAILED) {
        folded = PyDict_GetItemWithError(self->others, asked);
    }
    Py_XDECREF(asked);
    return folded;
}

/* Write what the sign at a place is folded to; 0 with an error set. */
static int
write_sign(Folder *self, Written *w, PyObject *text, Py_ssize_t at)
{
    Py_UCS4 sign = PyUnicode_READ_CHAR(text, at), told = told_of(self, sign);
    PyObject *folded;
    Py_ssize_t i;

    if (told == FAILED || !make_room(w, 1)) {
        return 0;
    }
    if (told < OTHER) {
        w->origins[w->length] = at;
        w->signs[w->length++] = told;
        return 1;
    }
    if ((folded = letters_of(self, sign)) == NULL || !make_room(w, PyUnicode_GET_LENGTH(folded))) {
        return 0;
    }
    w->is_uneven |= PyUnicode_GET_LENGTH(folded) != 1;
    for (i = 0; i < PyUnicode_GET_LENGTH(folded); i++) {
        w->origins[w->length] = at;
        w->signs[w->length++] = PyUnicode_READ_CHAR(folded, i);
    }
    return 1;
}

/* Give the origins of what was written as a list, the text's length last. */
static PyObject *
origins_of(const Written *w, PyObject *text)
{
    PyObject *origins = PyList_New(w->length + 1);
    Py_ssize_t i;

    for (i = 0; origins != NULL && i <= w->length; i++) {
        Py_ssize_t at = i < w->length ? w->origins[i] : PyUnicode_GET_LENGTH(text);
        PyObject *origin = PyLong_FromSsize_t(at);

        if (origin == NULL) {
            Py_CLEAR(origins);
            break;
        }
        PyList_SET_ITEM(origins, i, origin);
    }
    return origins;
}

/* Fold a text of which some sign is folded to none or several; give the origins, too, if asked. */
static PyObject *
fold_unevenly(Folder *self, PyObject *text, PyObject **origins)
{
    Written w = {0};
    PyObject *folded = NULL;
    Py_ssize_t at;
    int is_done = make_room(&w, PyUnicode_GET_LENGTH(text) + 1);

    for (at = 0; is_done && at < PyUnicode_GET_LENGTH(text); at++) {
        is_done = write_sign(self, &w, text, at);
    }
    if (is_done) {
        folded = PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, w.signs, w.length);
    }
    if (folded != NULL && origins != NULL && w.is_uneven
        && (*origins = origins_of(&w, text)) == NULL) {
        Py_CLEAR(folded);
    }
    PyMem_Free(w.signs);
    PyMem_Free(w.origins);
    return folded;
}

/* Fold a text; give the origins, if they are asked for and not each sign is folded to one. */
static PyObject *
fold_text(Folder *self, PyObject *text, PyObject **origins)
{
    Py_UCS2 word[WORD], *signs = word;
    Py_ssize_t length, done;
    PyObject *folded = NULL;
    int is_same;

    if (!PyUnicode_Check(text)) {
        return PyErr_Format(PyExc_TypeError, "only a text is folded");
    }
    length = PyUnicode_GET_LENGTH(text);
    if (length > WORD && (signs = PyMem_Malloc((size_t)length * sizeof(Py_UCS2))) == NULL) {
        return PyErr_NoMemory();
    }
    done = fold_evenly(self, text, signs, &is_same);
    if (done == length) {
        folded = is_same ? PyUnicode_FromObject(text)
                         : PyUnicode_FromKindAndData(PyUnicode_2BYTE_KIND, signs, length);
    }
    if (signs != word) {
        PyMem_Free(signs);
    }
    return done == length || PyErr_Occurred() ? folded : fold_unevenly(self, text, origins);
}

static PyObject *
fold(Folder *self, PyObject *text)
{
    return fold_text(self, text, NULL);
}

static PyObject *
fold_with_origins(Folder *self, PyObject *text)
{
    PyObject *origins = NULL, *folded = fold_text(self, text, &origins);

    if (folded == NULL) {
        return NULL;
    }
    return Py_BuildValue("NN", folded, origins == NULL ? Py_NewRef(Py_None) : origins);
}

static PyObject *
new_folder(PyTypeObject *type, PyObject *args, PyObject *Py_UNUSED(options))
{
    PyObject *fold_one;
    Folder *self;

    if (!PyArg_ParseTuple(args, "O:Folder", &fold_one)
        || (self = (Folder *)type->tp_alloc(type, 0)) == NULL) {
        return NULL;
    }
    self->fold_one = Py_NewRef(fold_one);
    if ((self->others = PyDict_New()) == NULL) {
        Py_CLEAR(self);
    }
    return (PyObject *)self;
}

static void
free_folder(Folder *self)
{
    int i;

    for (i = 0; i < PAGES; i++) {
        PyMem_Free(self->pages[i]);
    }
    Py_XDECREF(self->fold_one);
    Py_XDECREF(self->others);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyMethodDef methods[] = {
    {"fold", (PyCFunction)fold, METH_O, "Fold each sign of a text."},
    {"fold_with_origins", (PyCFunction)fold_with_origins, METH_O,
     "Fold a text, and give the place of the sign that each sign comes from, the length last; None\n"
     "in place of these where each is folded to one."},
    {NULL, NULL, 0, NULL},
};

PyTypeObject folder_type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "sijill._kernels.Folder",
    .tp_doc = "Folder(fold_one)\n\nFolds texts sign by sign; each sign is asked for once.",
    .tp_basicsize = sizeof(Folder),
    .tp_dealloc = (destructor)free_folder,
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_methods = methods,
    .tp_new = new_folder,
};
