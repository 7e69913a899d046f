/* Spans of a text go in; those that share a character with a stretch come out: `Nearby` of
 * `mentions.candidates`, in C, as a text asks some hundred times. */

#include "tables.h"

#define NONE (-1)
/* No text is longer; cells for so many places, and for twice as many, can be counted. */
#define MOST_PLACES (PY_SSIZE_T_MAX / 64)

/* What was put in, and where it stands. */
typedef struct {
    PyObject *one;
    Py_ssize_t start, end;
} Item;

/* An item that touches a cell of the text, and the next link of that cell. */
typedef struct {
    Py_ssize_t item, next;
} Link;

/* The first and the last link of a cell, NONE where nothing touches it. */
typedef struct {
    Py_ssize_t first, last;
} Cell;

typedef struct {
    PyObject_HEAD
    PyObject *check;   /* called with each question */
    PyObject *waiting; /* list: what was put in, of which the first ones are laid out */
    Item *items;
    Link *links;
    Cell *cells;
    Py_ssize_t width; /* code points of the text in a cell */
    Py_ssize_t item_count, link_count, cell_count, item_room, link_room, cell_room;
} Nearby;

static PyObject *start_name, *end_name;

/* Make room for `wanted` items of an array; 0 with an error set. */
static int
make_room(void **array, Py_ssize_t wanted, Py_ssize_t *room, size_t size)
{
    Py_ssize_t wider = Py_MAX(wanted, 2 * *room);
    void *other;

    if (wanted <= *room) {
        return 1;
    }
    if ((other = PyMem_Realloc(*array, (size_t)wider * size)) == NULL) {
        PyErr_NoMemory();
        return 0;
    }
    *array = other;
    *room = wider;
    return 1;
}

/* Give the cell of a place; the first one is for what stands before the text. */
static Py_ssize_t
cell_of(const Nearby *self, Py_ssize_t place)
{
    return place < 0 ? 0 : place / self->width + 1;
}

/* Read a place of a text; 0 with an error set. */
static int
read_place(PyObject *number, Py_ssize_t *place)
{
    *place = PyLong_AsSsize_t(number);
    if (*place == -1 && PyErr_Occurred()) {
        return 0;
    }
    if (*place < -MOST_PLACES || *place > MOST_PLACES) {
        PyErr_SetString(PyExc_OverflowError, "no text has such a place");
        return 0;
    }
    return 1;
}

/* Read an edge of a span; 0 with an error set. */
static int
read_edge(PyObject *one, PyObject *name, Py_ssize_t *place)
{
    PyObject *number = PyObject_GetAttr(one, name);
    int is_read = number != NULL && read_place(number, place);

    Py_XDECREF(number);
    return is_read;
}

/* Let an item be found in a cell; 0 with an error set. */
static int
link_item(Nearby *self, Py_ssize_t item, Py_ssize_t at)
{
    Py_ssize_t link = self->link_count;
    Cell *cell = &self->cells[at];

    if (!make_room((void **)&self->links, link + 1, &self->link_room, sizeof(Link))) {
        return 0;
    }
    self->links[link] = (Link){.item = item, .next = NONE};
    if (cell->first == NONE) {
        cell->first = link;
    }
    else {
        self->links[cell->last].next = link;
    }
    cell->last = link;
    self->link_count++;
    return 1;
}

/* Put the next span into all cells that it touches; 0 with an error set. */
static int
lay_out(Nearby *self)
{
    Py_ssize_t number = self->item_count, at, last;
    Item item = {.one = PyList_GET_ITEM(self->waiting, number)};

    if (!read_edge(item.one, start_name, &item.start)
        || !read_edge(item.one, end_name, &item.end)) {
        return 0;
    }
    // To be asked may run Python, in which the same span may be laid out.
    if (self->item_count != number) {
        return 1;
    }
    if (!make_room((void **)&self->items, number + 1, &self->item_room, sizeof(Item))) {
        return 0;
    }
    last = cell_of(self, item.end - 1);
    if (!make_room((void **)&self->cells, last + 1, &self->cell_room, sizeof(Cell))) {
        return 0;
    }
    for (; self->cell_count <= last; self->cell_count++) {
        self->cells[self->cell_count] = (Cell){.first = NONE, .last = NONE};
    }
    for (at = cell_of(self, item.start); at <= last; at++) {
        if (!link_item(self, number, at)) {
            return 0;
        }
    }
    self->items[self->item_count++] = item;
    return 1;
}

/* Give those that share a character with `[start, end)`, each once: by the first cell of the
 * stretch that they touch, and in one cell as they were put in. */
static PyObject *
find(Nearby *self, Py_ssize_t start, Py_ssize_t end)
{
    PyObject *found, *told = PyObject_CallNoArgs(self->check);
    Py_ssize_t first = cell_of(self, start), last = cell_of(self, end - 1), at, link;

    if (told == NULL) {
        return NULL;
    }
    Py_DECREF(told);
    while (self->item_count < PyList_GET_SIZE(self->waiting)) {
        if (!lay_out(self)) {
            return NULL;
        }
    }
    if ((found = PyList_New(0)) == NULL) {
        return NULL;
    }
    for (at = first; at <= Py_MIN(last, self->cell_count - 1); at++) {
        for (link = self->cells[at].first; link != NONE; link = self->links[link].next) {
            const Item *item = &self->items[self->links[link].item];

            if (item->start < end && start < item->end
                && at == Py_MAX(first, cell_of(self, item->start))
                && PyList_Append(found, item->one) < 0) {
                Py_DECREF(found);
                return NULL;
            }
        }
    }
    return found;
}

static PyObject *
within(Nearby *self, PyObject *const *args, Py_ssize_t count)
{
    Py_ssize_t start, end;

    if (count != 2) {
        return PyErr_Format(PyExc_TypeError, "a stretch has a start and an end");
    }
    if (!read_place(args[0], &start) || !read_place(args[1], &end)) {
        return NULL;
    }
    return find(self, start, end);
}

static PyObject *
overlapping(Nearby *self, PyObject *one)
{
    Py_ssize_t start, end;

    if (!read_edge(one, start_name, &start) || !read_edge(one, end_name, &end)) {
        return NULL;
    }
    return find(self, start, end);
}

static PyObject *
add(Nearby *self, PyObject *one)
{
    if (PyList_Append(self->waiting, one) < 0) {
        return NULL;
    }
    Py_RETURN_NONE;
}

static void
free_nearby(Nearby *self)
{
    PyMem_Free(self->items);
    PyMem_Free(self->links);
    PyMem_Free(self->cells);
    Py_XDECREF(self->check);
    Py_XDECREF(self->waiting);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyObject *
new_nearby(PyTypeObject *type, PyObject *args, PyObject *options)
{
    static char *names[] = {"", "", "candidates", NULL};
    PyObject *check, *given = NULL;
    Py_ssize_t width;
    Nearby *self;

    if (!PyArg_ParseTupleAndKeywords(args, options, "On|O:Nearby", names, &check, &width,
                                     &given)) {
        return NULL;
    }
    if (width < 1) {
        return PyErr_Format(PyExc_ValueError, "a cell has one code point or more");
    }
    if ((start_name == NULL && (start_name = PyUnicode_InternFromString("start")) == NULL)
        || (end_name == NULL && (end_name = PyUnicode_InternFromString("end")) == NULL)
        || (self = (Nearby *)type->tp_alloc(type, 0)) == NULL) {
        return NULL;
    }
    self->check = Py_NewRef(check);
    self->width = width;
    if ((self->waiting = given != NULL ? PySequence_List(given) : PyList_New(0)) == NULL) {
        Py_CLEAR(self);
    }
    return (PyObject *)self;
}

static PyMethodDef methods[] = {
    {"add", (PyCFunction)add, METH_O, "Put one more in."},
    {"overlapping", (PyCFunction)overlapping, METH_O,
     "Give those that share a character with one, each once; itself too if it was put in."},
    {"within", (PyCFunction)(void (*)(void))within, METH_FASTCALL,
     "within(start: int, end: int)\n\nGive those that share a character with a stretch, each once."},
    {NULL, NULL, 0, NULL},
};

PyTypeObject nearby_type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "sijill._kernels.Nearby",
    .tp_doc = "Nearby(check, width, /, candidates=())\n\n"
              "Spans by the stretch of text that they lie in: cells of `width` code points. `check` is\n"
              "called with each question; what it raises is raised.",
    .tp_basicsize = sizeof(Nearby),
    .tp_dealloc = (destructor)free_nearby,
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_methods = methods,
    .tp_new = new_nearby,
};
