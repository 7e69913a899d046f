/* Values and an archive of weights go in; the summed weights of all that a value spells come out. */

#include "archive.h"
#include "arrays.h"
#include "names.h"

#include <string.h>

/* The cells of one value, step by column, and which weight goes into which. */
typedef struct {
    double *block;
    Py_ssize_t size, total;
    int first, last;
    const int *cells;
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
        Py_ssize_t cell = to->cells[entry] - to->first * to->total;

        if (archive->steps[entry] < to->first || archive->steps[entry] > to->last) {
            continue;
        }
        if (cell < 0 || cell >= to->size) {
            PyErr_SetString(PyExc_ValueError, "a cell is not in the block");
            return -1;
        }
        to->block[cell] += archive->weights[entry];
    }
    return 0;
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
            FETCH_AHEAD(&archive->steps[archive->starts[numbers[i]]]);
            FETCH_AHEAD(&archive->weights[archive->starts[numbers[i]]]);
            FETCH_AHEAD(&waiting->to->cells[archive->starts[numbers[i]]]);
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

/* Give a number that an object has by a name, from 0 to a most one; -1 with an error set. */
static Py_ssize_t
count_of(PyObject *object, const char *name, Py_ssize_t most)
{
    PyObject *given = PyObject_GetAttrString(object, name);
    Py_ssize_t count = given == NULL ? -1 : PyLong_AsSsize_t(given);

    Py_XDECREF(given);
    if (!PyErr_Occurred() && (count < 0 || count > most)) {
        PyErr_Format(PyExc_ValueError, "letters have no such number of %s", name);
    }
    return PyErr_Occurred() ? -1 : count;
}

/* Let groups of letters wait: the names of `Letters` in channels.py, in the same order. */
static int
add_letters(PyObject *letters, Waiting *waiting)
{
    PyObject *word = PyObject_GetAttrString(letters, "word");
    Py_ssize_t ends, inner, size, length, i;

    if (word == NULL || (ends = count_of(letters, "ends", 9)) < 0
        || (inner = count_of(letters, "inner", MOST_LETTERS)) < 0) {
        goto failed;
    }
    if (!PyUnicode_Check(word)) {
        PyErr_SetString(PyExc_TypeError, "letters are those of a word");
        goto failed;
    }
    size = PyUnicode_GET_LENGTH(word);
    for (length = 1; length <= ends && length < size; length++) {
        char front[] = {'p', (char)('0' + length), '=', 0};
        char end[] = {'e', (char)('0' + length), '=', 0};

        if (let_wait(waiting, front, word, 0, length) < 0
            || let_wait(waiting, end, word, size - length, length) < 0) {
            goto failed;
        }
    }
    for (i = 1; inner && i < size - inner; i++) {
        if (let_wait(waiting, "g=", word, i, inner) < 0) {
            goto failed;
        }
    }
    Py_DECREF(word);
    return 0;
failed:
    Py_XDECREF(word);
    return -1;
}

/* Let what one value spells wait; 0, or -1 with an error set. */
static int
add_spelled(PyObject *spelled, Waiting *waiting)
{
    PyObject *parts = PySequence_Fast(spelled, "a spelling is a sequence");
    Py_ssize_t part, i;

    if (parts == NULL) {
        return -1;
    }
    for (part = 0; part < PySequence_Fast_GET_SIZE(parts); part++) {
        PyObject *pair = PySequence_Fast_GET_ITEM(parts, part), *told;

        if (!PyTuple_Check(pair) || PyTuple_GET_SIZE(pair) != 2) {
            PyErr_SetString(PyExc_TypeError, "a spelling is of steps and names");
            goto failed;
        }
        told = PyTuple_GET_ITEM(pair, 1);
        if (!PyTuple_Check(told)) {
            if (add_letters(told, waiting) < 0) {
                goto failed;
            }
            continue;
        }
        for (i = 0; i < PyTuple_GET_SIZE(told); i++) {
            PyObject *name = PyTuple_GET_ITEM(told, i);

            if (!PyUnicode_Check(name)) {
                PyErr_SetString(PyExc_TypeError, "a name is a string");
                goto failed;
            }
            if (let_wait(waiting, "", name, 0, PyUnicode_GET_LENGTH(name)) < 0) {
                goto failed;
            }
        }
    }
    Py_DECREF(parts);
    return 0;
failed:
    Py_DECREF(parts);
    return -1;
}

const char sum_weights_doc[] =
"sum_weights(spell, values: list, names: Names, starts: int64, steps: int8, weights: float32,\n"
"    cells: int32, first: int, last: int, total: int, block: float64) -> None\n\n"
"Add to the block, value by step by column, the weights of all features that values spell.\n"
"`total` is the number of columns; `cells` says of each weight its step times total, and its\n"
"column.";

PyObject *
sum_weights(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *spell, *values, *names, *given[5];
    Arrays arrays = {.count = 0};
    Archive archive;
    Cells to;
    Waiting waiting = {.archive = &archive, .to = &to, .count = 0};
    Py_ssize_t starts, steps, cells, length, i;
    double *block;

    if (!PyArg_ParseTuple(args, "OO!O!OOOOiinO:sum_weights", &spell, &PyList_Type, &values,
                          &names_type, &names, &given[0], &given[1], &given[2], &given[3],
                          &to.first, &to.last, &to.total, &given[4])) {
        return NULL;
    }
    if ((archive.starts = items_of(&arrays, given[0], 'q', &starts, 0)) == NULL
        || (archive.steps = items_of(&arrays, given[1], 'b', &steps, 0)) == NULL
        || (archive.weights = items_of(&arrays, given[2], 'f', &archive.entries, 0)) == NULL
        || (to.cells = items_of(&arrays, given[3], 'i', &cells, 0)) == NULL
        || (block = items_of(&arrays, given[4], 'd', &length, 1)) == NULL) {
        let_go(&arrays);
        return NULL;
    }
    waiting.names = names;
    archive.features = starts - 1;
    if (to.first < -MOST_STEP || to.last > MOST_STEP || to.first > to.last || to.total < 0
        || to.total > MOST_COLUMNS) {
        return wrong_size(&arrays);
    }
    to.size = (to.last - to.first + 1) * to.total;
    if (steps != archive.entries || cells != archive.entries
        || length != PyList_GET_SIZE(values) * to.size) {
        return wrong_size(&arrays);
    }
    for (i = 0; i < PyList_GET_SIZE(values) && (i + 1) * to.size <= length; i++) {
        PyObject *value = PyList_GET_ITEM(values, i), *spelled;
        int is_done;

        Py_INCREF(value);
        spelled = PyObject_CallOneArg(spell, value);
        to.block = block + i * to.size;
        is_done = spelled != NULL && add_spelled(spelled, &waiting) == 0
            && add_waiting(&waiting) == 0;
        Py_XDECREF(spelled);
        Py_DECREF(value);
        if (!is_done) {
            drop_waiting(&waiting);
            let_go(&arrays);
            return NULL;
        }
    }
    let_go(&arrays);
    Py_RETURN_NONE;
}
