/* Numbers of values and an archive of weights go in; what labels score comes out. */

#include "archive.h"
#include "arrays.h"

#include <string.h>

/* No place in a text is larger; sums with steps are no larger than a long long. */
#define MOST_PLACES ((long long)1 << 26)
/* The entries of a feature are fetched while those of so many before it are added. */
#define AHEAD 4
/* So many of their weights come at a time. */
#define FETCHED 16

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
    Py_ssize_t cells, values, count, length, columns, known, i, c;
    const long long *numbers, *positions;
    long long soon = 0, place;
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
    known = cells / (steps * (columns ? columns : 1));
    for (i = 0; i < count; i++) {
        double *mine = scores + i * columns;

        if (positions[i] < 0 || positions[i] >= values) {
            return wrong_size(&arrays);
        }
        for (soon = Py_MAX(soon, positions[i] + first);
             soon < values && soon < positions[i] + first + steps + AHEAD; soon++) {
            if (numbers[soon] >= 0 && numbers[soon] < known) {
                for (c = 0; c < steps * columns; c += 16) {
                    FETCH_AHEAD(rows + numbers[soon] * steps * columns + c);
                }
            }
        }
        for (step = 0; step < steps; step++) {
            const float *row;

            place = positions[i] + first + step;
            if (place < 0 || place >= values || numbers[place] < 0 || numbers[place] >= known) {
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

/* Let what is needed of a later feature come near: first where its entries are, then they. */
static void
fetch_ahead(const Archive *archive, const long long *features, Py_ssize_t count, Py_ssize_t at)
{
    if (at + 2 * AHEAD < count && (unsigned long long)features[at + 2 * AHEAD]
                                      < (unsigned long long)archive->features) {
        FETCH_AHEAD(&archive->starts[features[at + 2 * AHEAD]]);
    }
    if (at + AHEAD < count && is_inside(archive, features[at + AHEAD])) {
        long long entry = archive->starts[features[at + AHEAD]];
        long long end = archive->starts[features[at + AHEAD] + 1];

        for (; entry < end; entry += FETCHED) {
            FETCH_AHEAD(&archive->codes[entry]);
            FETCH_AHEAD(&archive->weights[entry]);
        }
    }
}

const char add_plain_doc[] =
"add_plain(places: int64, features: int64, positions: int64, starts: int64, codes: uint16,\n"
"    weights: float32, steps: int8, targets: int16, scores: float64) -> None\n\n"
"Add to the scores of ascending positions the weights of the features at places, each at its\n"
"step. `targets` says of each code the column; below zero it is for another reading.";

PyObject *
add_plain(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *given[9];
    Arrays arrays = {.count = 0};
    Archive archive;
    Py_ssize_t count, found, starts, codes, known, targets_count, length, columns, i;
    const long long *places, *features, *positions;
    const signed char *steps;
    const short *targets;
    double *scores;
    Py_ssize_t *row_of, span;

    if (!PyArg_ParseTuple(args, "OOOOOOOOO:add_plain", &given[0], &given[1], &given[2], &given[3],
                          &given[4], &given[5], &given[6], &given[7], &given[8])) {
        return NULL;
    }
    if ((places = items_of(&arrays, given[0], 'q', &found, 0)) == NULL
        || (features = items_of(&arrays, given[1], 'q', &length, 0)) == NULL
        || (positions = items_of(&arrays, given[2], 'q', &count, 0)) == NULL
        || (archive.starts = items_of(&arrays, given[3], 'q', &starts, 0)) == NULL
        || (archive.codes = items_of(&arrays, given[4], 'H', &codes, 0)) == NULL
        || (archive.weights = items_of(&arrays, given[5], 'f', &archive.entries, 0)) == NULL
        || (steps = items_of(&arrays, given[6], 'b', &known, 0)) == NULL
        || (targets = items_of(&arrays, given[7], 'h', &targets_count, 0)) == NULL) {
        let_go(&arrays);
        return NULL;
    }
    archive.features = starts - 1;
    if (length != found || codes != archive.entries || targets_count != known) {
        return wrong_size(&arrays);
    }
    if ((scores = items_of(&arrays, given[8], 'd', &length, 1)) == NULL) {
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

        fetch_ahead(&archive, features, found, i);
        if (!is_inside(&archive, features[i]) || places[i] < 0 || places[i] > MOST_PLACES) {
            PyMem_Free(row_of);
            return wrong_size(&arrays);
        }
        for (entry = archive.starts[features[i]]; entry < archive.starts[features[i] + 1];
             entry++) {
            unsigned short code = archive.codes[entry];
            long long at;

            if (code >= known || targets[code] < 0 || targets[code] >= columns) {
                continue;
            }
            at = places[i] - steps[code] - positions[0];
            if (at >= 0 && at < span && row_of[at] >= 0) {
                scores[row_of[at] * columns + targets[code]] += archive.weights[entry];
            }
        }
    }
    PyMem_Free(row_of);
    let_go(&arrays);
    Py_RETURN_NONE;
}
