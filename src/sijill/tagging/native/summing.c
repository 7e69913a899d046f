/* Values and an archive of weights go in; the summed weights of all that a value spells come out,
 * which are its rows. */

#include "archive.h"
#include "arrays.h"
#include "names.h"

#include <limits.h>
#include <string.h>

/* There are no more readings than this, each with an array of rows. */
#define MOST_READINGS 4

/* The rows of values in one reading: value by step by column. */
typedef struct {
    float *rows;
    Py_ssize_t columns;
} Reading;

/* Where the weights of one value go: into its cells, and when all are there into its rows. */
typedef struct {
    double *block;      /* step by column, those of all readings */
    const short *cells; /* of each code; below zero it is for no step of these */
    Py_ssize_t size, codes, steps;
    Reading readings[MOST_READINGS];
    Py_ssize_t count; /* of readings */
} Cells;

/* Add the weights of one feature, none when its number is -1; 0, or -1 with an error set. */
static int
add_feature(const Archive *archive, const Cells *to, long long feature)
{
    long long entry;

    if (feature == -1) {
        return 0;
    }
    if (!is_inside(archive, feature)) {
        PyErr_SetString(PyExc_ValueError, "a feature is not in the archive");
        return -1;
    }
    for (entry = archive->starts[feature]; entry < archive->starts[feature + 1]; entry++) {
        unsigned short code = archive->codes[entry];
        short cell = code < to->codes ? to->cells[code] : SHRT_MAX;

        if (cell < 0) {
            continue;
        }
        if (cell >= to->size) {
            PyErr_SetString(PyExc_ValueError, "a weight is for no cell of a value");
            return -1;
        }
        to->block[cell] += archive->weights[entry];
    }
    return 0;
}

/* Write the sums of a value into its rows, and begin with nothing again. */
static void
write_rows(const Cells *to, Py_ssize_t number)
{
    const double *sums = to->block;
    Py_ssize_t step, reading, i;

    for (step = 0; step < to->steps; step++) {
        for (reading = 0; reading < to->count; reading++) {
            Py_ssize_t columns = to->readings[reading].columns;
            float *row = to->readings[reading].rows + (number * to->steps + step) * columns;

            for (i = 0; i < columns; i++) {
                row[i] = (float)sums[i];
            }
            sums += columns;
        }
    }
    memset(to->block, 0, to->size * sizeof(double));
}

/* Names of features that wait to be looked for, and where their weights go. */
typedef struct {
    PyObject *names;
    const Archive *archive;
    const Cells *to;
    int count;
    Sought sought[MOST_SOUGHT];
} Waiting;

/* Let all that waits go. */
static void
drop_waiting(Waiting *waiting)
{
    while (waiting->count > 0) {
        Py_DECREF(waiting->sought[--waiting->count].text);
    }
}

/* Add the weights of all that waits, in order; 0, or -1 with an error set. */
static int
add_waiting(Waiting *waiting)
{
    const Archive *archive = waiting->archive;
    long long numbers[MOST_SOUGHT];
    int is_done = 1, i;

    find_names(waiting->names, waiting->sought, waiting->count, numbers);
    for (i = 0; i < waiting->count; i++) {
        if (numbers[i] >= 0 && numbers[i] < archive->features) {
            FETCH_AHEAD(&archive->starts[numbers[i]]);
        }
    }
    for (i = 0; i < waiting->count; i++) {
        if (is_inside(archive, numbers[i])) {
            FETCH_AHEAD(&archive->codes[archive->starts[numbers[i]]]);
            FETCH_AHEAD(&archive->weights[archive->starts[numbers[i]]]);
        }
    }
    for (i = 0; is_done && i < waiting->count; i++) {
        is_done = add_feature(archive, waiting->to, numbers[i]) == 0;
    }
    drop_waiting(waiting);
    return is_done ? 0 : -1;
}

/* Let a name wait, `before` and then signs of a string; 0, or -1 with an error set. */
static int
let_wait(Waiting *waiting, const char *before, PyObject *text, Py_ssize_t begin, Py_ssize_t length)
{
    Sought *sought;

    if (waiting->count == MOST_SOUGHT && add_waiting(waiting) < 0) {
        return -1;
    }
    sought = &waiting->sought[waiting->count++];
    strcpy(sought->before, before);
    sought->text = Py_NewRef(text);
    sought->begin = begin;
    sought->length = length;
    return 0;
}

/* Give a number from 0 to a most one; -1 with an error set. */
static Py_ssize_t
count_of(PyObject *given, Py_ssize_t most)
{
    Py_ssize_t count = PyLong_AsSsize_t(given);

    if (!PyErr_Occurred() && (count < 0 || count > most)) {
        PyErr_SetString(PyExc_ValueError, "letters have no such number of ends or inner ones");
    }
    return PyErr_Occurred() ? -1 : count;
}

/* Let a group of letters of a word wait, one of the parts of `Letters`; 0, or -1 with an error
 * set. */
static int
add_part(PyObject *part, PyObject *word, Waiting *waiting)
{
    Py_ssize_t size = PyUnicode_GET_LENGTH(word), begin, length;
    PyObject *before;

    if (!PyTuple_Check(part) || PyTuple_GET_SIZE(part) != 3) {
        PyErr_SetString(PyExc_TypeError, "a part is what stands before it, its place and length");
        return -1;
    }
    before = PyTuple_GET_ITEM(part, 0);
    begin = PyLong_AsSsize_t(PyTuple_GET_ITEM(part, 1));
    length = PyLong_AsSsize_t(PyTuple_GET_ITEM(part, 2));
    if (PyErr_Occurred()) {
        return -1;
    }
    if (!PyUnicode_Check(before) || !PyUnicode_IS_ASCII(before)
        || PyUnicode_GET_LENGTH(before) > MOST_BEFORE || length < 0) {
        PyErr_SetString(PyExc_ValueError, "no such part of a word can be looked for");
        return -1;
    }
    begin = begin < 0 ? Py_MAX(0, size + begin) : Py_MIN(begin, size);
    return let_wait(waiting, (const char *)PyUnicode_1BYTE_DATA(before), word, begin,
                    Py_MIN(length, size - begin));
}

/* Let groups of letters of a word wait: the names of `Letters` in channels.py, in the same order;
 * 0, or -1 with an error set. */
static int
add_letters(PyObject *letters, PyObject *word, Waiting *waiting)
{
    PyObject *parts = PyTuple_GET_ITEM(letters, 0);
    Py_ssize_t ends, inner, size, length, i;

    if (!PyTuple_Check(parts) || !PyUnicode_Check(word)) {
        PyErr_SetString(PyExc_TypeError, "letters are parts of a word");
        return -1;
    }
    if ((ends = count_of(PyTuple_GET_ITEM(letters, 1), 9)) < 0
        || (inner = count_of(PyTuple_GET_ITEM(letters, 2), MOST_LETTERS)) < 0) {
        return -1;
    }
    for (i = 0; i < PyTuple_GET_SIZE(parts); i++) {
        if (add_part(PyTuple_GET_ITEM(parts, i), word, waiting) < 0) {
            return -1;
        }
    }
    size = PyUnicode_GET_LENGTH(word);
    for (length = 1; length <= ends && length < size; length++) {
        char front[] = {'p', (char)('0' + length), '=', 0};
        char end[] = {'e', (char)('0' + length), '=', 0};

        if (let_wait(waiting, front, word, 0, length) < 0
            || let_wait(waiting, end, word, size - length, length) < 0) {
            return -1;
        }
    }
    for (i = 1; inner && i < size - inner; i++) {
        if (let_wait(waiting, "g=", word, i, inner) < 0) {
            return -1;
        }
    }
    return 0;
}

/* Let names wait, as many as there are in a tuple; 0, or -1 with an error set. */
static int
add_names(PyObject *names, Waiting *waiting)
{
    Py_ssize_t i;

    for (i = 0; i < PyTuple_GET_SIZE(names); i++) {
        PyObject *name = PyTuple_GET_ITEM(names, i);

        if (!PyUnicode_Check(name)) {
            PyErr_SetString(PyExc_TypeError, "a name is a string");
            return -1;
        }
        if (let_wait(waiting, "", name, 0, PyUnicode_GET_LENGTH(name)) < 0) {
            return -1;
        }
    }
    return 0;
}

/* Let one part of what a value spells wait: steps and names, or steps, letters and their word; 0, or
 * -1 with an error set. */
static int
add_told(PyObject *told, Waiting *waiting)
{
    Py_ssize_t size = PyTuple_Check(told) ? PyTuple_GET_SIZE(told) : 0;
    PyObject *names = size > 1 ? PyTuple_GET_ITEM(told, 1) : NULL;

    if (size == 2 && PyTuple_Check(names)) {
        return add_names(names, waiting);
    }
    if (size == 3 && PyTuple_Check(names) && PyTuple_GET_SIZE(names) == 3) {
        return add_letters(names, PyTuple_GET_ITEM(told, 2), waiting);
    }
    PyErr_SetString(PyExc_TypeError, "a spelling is of steps and names");
    return -1;
}

/* Let what one value spells wait; 0, or -1 with an error set. */
static int
add_spelled(PyObject *spelled, Waiting *waiting)
{
    PyObject *parts = PySequence_Fast(spelled, "a spelling is a sequence");
    int is_done = parts != NULL;
    Py_ssize_t part;

    for (part = 0; is_done && part < PySequence_Fast_GET_SIZE(parts); part++) {
        is_done = add_told(PySequence_Fast_GET_ITEM(parts, part), waiting) == 0;
    }
    Py_XDECREF(parts);
    return is_done ? 0 : -1;
}

/* Read the rows of all readings, which have room for values up to a number; 0, or -1 with an error
 * set. */
static int
read_rows(Arrays *arrays, PyObject *rows, Py_ssize_t numbers, Cells *to)
{
    Py_ssize_t reading, length;

    to->count = PyTuple_GET_SIZE(rows);
    to->size = 0;
    if (to->count > MOST_READINGS) {
        wrong_size(arrays);
        return -1;
    }
    for (reading = 0; reading < to->count; reading++) {
        Reading *mine = &to->readings[reading];
        const Py_buffer *view = &arrays->view[arrays->count];

        mine->rows = items_of(arrays, PyTuple_GET_ITEM(rows, reading), 'f', &length, 1);
        if (mine->rows == NULL) {
            let_go(arrays);
            return -1;
        }
        if (view->ndim != 3 || view->shape[0] < numbers || view->shape[1] != to->steps
            || view->shape[2] > MOST_COLUMNS) {
            wrong_size(arrays);
            return -1;
        }
        mine->columns = view->shape[2];
        to->size += to->steps * mine->columns;
    }
    return 0;
}

const char sum_weights_doc[] =
"sum_weights(spell, values: list, names: Names, starts: int64, codes: uint16, weights: float32,\n"
"    cells: int16, steps: int, rows: tuple of float32, numbers: int64) -> None\n\n"
"Write the rows of values, each by its number, of each reading value by step by column: the sums of\n"
"the weights of all features that the values spell. `cells` says of each code where its weights go\n"
"in what a value has of all readings, step by column, and is below zero for other steps.";

PyObject *
sum_weights(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *spell, *values, *names, *given[5], *rows;
    Arrays arrays = {.count = 0};
    Archive archive;
    Cells to;
    Waiting waiting = {.archive = &archive, .to = &to, .count = 0};
    Py_ssize_t starts, codes, count, most = -1, i;
    const long long *numbers;
    int is_done = 1;

    if (!PyArg_ParseTuple(args, "OO!O!OOOOnO!O:sum_weights", &spell, &PyList_Type, &values,
                          &names_type, &names, &given[0], &given[1], &given[2], &given[3],
                          &to.steps, &PyTuple_Type, &rows, &given[4])) {
        return NULL;
    }
    if ((archive.starts = items_of(&arrays, given[0], 'q', &starts, 0)) == NULL
        || (archive.codes = items_of(&arrays, given[1], 'H', &codes, 0)) == NULL
        || (archive.weights = items_of(&arrays, given[2], 'f', &archive.entries, 0)) == NULL
        || (to.cells = items_of(&arrays, given[3], 'h', &to.codes, 0)) == NULL
        || (numbers = items_of(&arrays, given[4], 'q', &count, 0)) == NULL) {
        let_go(&arrays);
        return NULL;
    }
    if (codes != archive.entries || to.steps < 1 || to.steps > 2 * MOST_STEP + 1
        || count != PyList_GET_SIZE(values)) {
        return wrong_size(&arrays);
    }
    for (i = 0; i < count; i++) {
        if (numbers[i] < 0 || numbers[i] >= PY_SSIZE_T_MAX) {
            return wrong_size(&arrays);
        }
        most = Py_MAX(most, (Py_ssize_t)numbers[i]);
    }
    if (read_rows(&arrays, rows, most + 1, &to) < 0) {
        return NULL;
    }
    waiting.names = names;
    archive.features = starts - 1;
    to.block = PyMem_Calloc(to.size + 1, sizeof(double));
    if (to.block == NULL) {
        let_go(&arrays);
        return PyErr_NoMemory();
    }
    for (i = 0; is_done && i < count && i < PyList_GET_SIZE(values); i++) {
        PyObject *value = Py_NewRef(PyList_GET_ITEM(values, i));
        PyObject *spelled = PyObject_CallOneArg(spell, value);

        is_done = spelled != NULL && add_spelled(spelled, &waiting) == 0
            && add_waiting(&waiting) == 0;
        if (is_done) {
            write_rows(&to, (Py_ssize_t)numbers[i]);
        }
        Py_XDECREF(spelled);
        Py_DECREF(value);
    }
    drop_waiting(&waiting);
    PyMem_Free(to.block);
    let_go(&arrays);
    if (!is_done) {
        return NULL;
    }
    Py_RETURN_NONE;
}
