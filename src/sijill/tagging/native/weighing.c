/* Words and an archive of weights go in; what labels score comes out: the loops of `weighing`. */

#include "arrays.h"
#include "names.h"

#include <string.h>

/* No step, number of columns or place in a text is larger; sums of them are no larger than an int
 * or a long long. */
#define MOST_STEP 100
#define MOST_COLUMNS 100000
#define MOST_PLACES ((long long)1 << 26)

/* Give the number of a key in a dictionary: -1 when it is not there, -2 with an error set. */
static long long
number_of(PyObject *numbers, PyObject *key)
{
    PyObject *found = PyDict_GetItemWithError(numbers, key);
    long long number;

    if (found == NULL) {
        return PyErr_Occurred() ? -2 : -1;
    }
    number = PyLong_AsLongLong(found);
    if (number < 0) {
        if (!PyErr_Occurred()) {
            PyErr_SetString(PyExc_ValueError, "a number is below zero");
        }
        return -2;
    }
    return number;
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

/* Give the number of a key among the new ones, which it gets if it has none; -2 with an error set.
 *
 * `first` is the first number of a new key. */
static long long
number_of_new(PyObject *fresh, PyObject *key, Py_ssize_t first)
{
    long long number = number_of(fresh, key);
    PyObject *given;
    int is_done;

    if (number != -1) {
        return number;
    }
    number = first + PyDict_GET_SIZE(fresh);
    given = PyLong_FromLongLong(number);
    is_done = given != NULL && PyDict_SetItem(fresh, key, given) == 0;
    Py_XDECREF(given);
    return is_done ? number : -2;
}

const char look_up_doc[] =
"look_up(numbers: dict, values: Sequence, found: int64 array, fresh: dict | None) -> None\n\n"
"Write the number of each value. One that has none gets the next number in `fresh`, or else -1.";

PyObject *
look_up(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *numbers, *values, *given, *fresh, *row, *value, *last = NULL;
    Arrays arrays = {.count = 0};
    Py_ssize_t first, count, i;
    long long *found, number = -1;

    if (!PyArg_ParseTuple(args, "O!OOO:look_up", &PyDict_Type, &numbers, &values, &given,
                          &fresh)) {
        return NULL;
    }
    if (fresh != Py_None && !PyDict_Check(fresh)) {
        PyErr_SetString(PyExc_TypeError, "new values go into a dictionary");
        return NULL;
    }
    if ((row = row_of(&arrays, values, given, &found, &count)) == NULL) {
        return NULL;
    }
    first = PyDict_GET_SIZE(numbers);
    for (i = 0; number != -2 && i < count; i++) {
        value = PySequence_Fast_GET_ITEM(row, i);
        if (last == NULL || !are_alike(value, last)) {
            number = number_of(numbers, value);
            if (number == -1 && fresh != Py_None) {
                number = number_of_new(fresh, value, first);
            }
        }
        found[i] = number;
        last = value;
    }
    Py_DECREF(row);
    let_go(&arrays);
    if (number == -2) {
        return NULL;
    }
    Py_RETURN_NONE;
}

/* The weights of an archive as `Weigher` lays them out. */
typedef struct {
    const long long *starts;
    const signed char *steps;
    const float *weights;
    Py_ssize_t features, entries;
} Archive;

/* Say whether the numbers of a feature's entries lie inside of the archive. */
static int
is_inside(const Archive *archive, long long feature)
{
    return feature >= 0 && feature < archive->features && archive->starts[feature] >= 0
        && archive->starts[feature] <= archive->starts[feature + 1]
        && archive->starts[feature + 1] <= archive->entries;
}

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

/* Add the weights of groups of letters: `Letters.names` of channels.py, in the same order. */
static int
add_letters(PyObject *letters, PyObject *names, const Archive *archive, const Cells *to)
{
    PyObject *word = PyObject_GetAttrString(letters, "word");
    Py_ssize_t ends, inner, length, i;
    Signs signs;

    if (word == NULL || (ends = count_of(letters, "ends", 9)) < 0
        || (inner = count_of(letters, "inner", MOST_LETTERS)) < 0) {
        goto failed;
    }
    if (!PyUnicode_Check(word)) {
        PyErr_SetString(PyExc_TypeError, "letters are those of a word");
        goto failed;
    }
    signs = signs_of(word);
    for (length = 1; length <= ends && length < signs.length; length++) {
        char front[] = {'p', (char)('0' + length), '=', 0};
        char end[] = {'e', (char)('0' + length), '=', 0};

        if (add_feature(archive, to, name_number(names, front, &signs, 0, length)) < 0
            || add_feature(archive, to, name_number(names, end, &signs, signs.length - length,
                                                    length)) < 0) {
            goto failed;
        }
    }
    for (i = 1; inner && i < signs.length - inner; i++) {
        if (add_feature(archive, to, name_number(names, "g=", &signs, i, inner)) < 0) {
            goto failed;
        }
    }
    Py_DECREF(word);
    return 0;
failed:
    Py_XDECREF(word);
    return -1;
}

/* Add the weights of what one value spells to its cells; 0, or -1 with an error set. */
static int
add_spelled(PyObject *spelled, PyObject *names, const Archive *archive, const Cells *to)
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
            if (add_letters(told, names, archive, to) < 0) {
                goto failed;
            }
            continue;
        }
        for (i = 0; i < PyTuple_GET_SIZE(told); i++) {
            PyObject *name = PyTuple_GET_ITEM(told, i);
            Signs signs;

            if (!PyUnicode_Check(name)) {
                PyErr_SetString(PyExc_TypeError, "a name is a string");
                goto failed;
            }
            signs = signs_of(name);
            if (add_feature(archive, to, name_number(names, "", &signs, 0, signs.length)) < 0) {
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
        is_done = spelled != NULL && add_spelled(spelled, names, &archive, &to) == 0;
        Py_XDECREF(spelled);
        Py_DECREF(value);
        if (!is_done) {
            let_go(&arrays);
            return NULL;
        }
    }
    let_go(&arrays);
    Py_RETURN_NONE;
}

const char add_rows_doc[] =
"add_rows(rows: float32, numbers: int64, positions: int64, first: int, steps: int,\n"
"    scores: float64) -> None\n\n"
"Add to the scores of each position the rows of the values around it, `first` the first step.\n"
"Rows are value by step by column.";

PyObject *
add_rows(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *given[4];
    Arrays arrays = {.count = 0};
    Py_ssize_t cells, values, count, length, columns, i, c;
    const long long *numbers, *positions;
    const float *rows;
    double *scores;
    int first, steps, step;

    if (!PyArg_ParseTuple(args, "OOOiiO:add_rows", &given[0], &given[1], &given[2], &first,
                          &steps, &given[3])) {
        return NULL;
    }
    if ((rows = items_of(&arrays, given[0], 'f', &cells, 0)) == NULL
        || (numbers = items_of(&arrays, given[1], 'q', &values, 0)) == NULL
        || (positions = items_of(&arrays, given[2], 'q', &count, 0)) == NULL
        || (scores = items_of(&arrays, given[3], 'd', &length, 1)) == NULL) {
        let_go(&arrays);
        return NULL;
    }
    columns = count ? length / count : 0;
    if (first < -MOST_STEP || first > MOST_STEP || steps < 1 || steps > 2 * MOST_STEP + 1
        || length != columns * count) {
        return wrong_size(&arrays);
    }
    for (i = 0; i < count; i++) {
        double *mine = scores + i * columns;

        for (step = 0; step < steps; step++) {
            long long place;
            const float *row;

            if (positions[i] < 0 || positions[i] >= values) {
                return wrong_size(&arrays);
            }
            place = positions[i] + first + step;
            if (place < 0 || place >= values || numbers[place] < 0
                || numbers[place] >= cells / (steps * (columns ? columns : 1))) {
                return wrong_size(&arrays);
            }
            row = rows + (numbers[place] * steps + step) * columns;
            for (c = 0; c < columns; c++) {
                mine[c] += row[c];
            }
        }
    }
    let_go(&arrays);
    Py_RETURN_NONE;
}

const char add_plain_doc[] =
"add_plain(places: int64, features: int64, positions: int64, starts: int64, steps: int8,\n"
"    weights: float32, targets: int16, scores: float64) -> None\n\n"
"Add to the scores of ascending positions the weights of the features at places, each at its\n"
"step. `targets` says of each weight its column; below zero it is for another reading.";

PyObject *
add_plain(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *given[8];
    Arrays arrays = {.count = 0};
    Archive archive;
    Py_ssize_t count, found, starts, steps, targets_count, length, columns, i;
    const long long *places, *features, *positions;
    const short *targets;
    double *scores;
    Py_ssize_t *row_of, span;

    if (!PyArg_ParseTuple(args, "OOOOOOOO:add_plain", &given[0], &given[1], &given[2], &given[3],
                          &given[4], &given[5], &given[6], &given[7])) {
        return NULL;
    }
    if ((places = items_of(&arrays, given[0], 'q', &found, 0)) == NULL
        || (features = items_of(&arrays, given[1], 'q', &length, 0)) == NULL
        || (positions = items_of(&arrays, given[2], 'q', &count, 0)) == NULL
        || (archive.starts = items_of(&arrays, given[3], 'q', &starts, 0)) == NULL
        || (archive.steps = items_of(&arrays, given[4], 'b', &steps, 0)) == NULL
        || (archive.weights = items_of(&arrays, given[5], 'f', &archive.entries, 0)) == NULL
        || (targets = items_of(&arrays, given[6], 'h', &targets_count, 0)) == NULL) {
        let_go(&arrays);
        return NULL;
    }
    archive.features = starts - 1;
    if (length != found || steps != archive.entries || targets_count != archive.entries) {
        return wrong_size(&arrays);
    }
    if ((scores = items_of(&arrays, given[7], 'd', &length, 1)) == NULL) {
        let_go(&arrays);
        return NULL;
    }
    columns = count ? length / count : 0;
    if (count && (positions[0] < 0 || positions[count - 1] > MOST_PLACES)) {
        return wrong_size(&arrays);
    }
    span = count ? positions[count - 1] - positions[0] + 1 : 0;
    if (length != columns * count || span < count) {
        return wrong_size(&arrays);
    }
    row_of = PyMem_Malloc((span ? span : 1) * sizeof(Py_ssize_t));
    if (row_of == NULL) {
        let_go(&arrays);
        return PyErr_NoMemory();
    }
    memset(row_of, -1, span * sizeof(Py_ssize_t));
    for (i = 0; i < count; i++) {
        if (positions[i] < positions[0] || positions[i] > positions[count - 1]) {
            PyMem_Free(row_of);
            return wrong_size(&arrays);
        }
        row_of[positions[i] - positions[0]] = i;
    }
    for (i = 0; i < found && count; i++) {
        long long entry;

        if (!is_inside(&archive, features[i]) || places[i] < 0 || places[i] > MOST_PLACES) {
            PyMem_Free(row_of);
            return wrong_size(&arrays);
        }
        for (entry = archive.starts[features[i]]; entry < archive.starts[features[i] + 1];
             entry++) {
            long long at = places[i] - archive.steps[entry] - positions[0];

            if (targets[entry] >= 0 && targets[entry] < columns && at >= 0 && at < span
                && row_of[at] >= 0) {
                scores[row_of[at] * columns + targets[entry]] += archive.weights[entry];
            }
        }
    }
    PyMem_Free(row_of);
    let_go(&arrays);
    Py_RETURN_NONE;
}
