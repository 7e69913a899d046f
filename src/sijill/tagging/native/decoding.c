/* What labels score goes in; the best labels and how sure they are come out: see `decoding`. */

#include "arrays.h"
#include <math.h>
#include <string.h>

/* Sums of exponents are brought back to one every so many units: `_RESCALE` in decoding.py. */
#define RESCALE 8
/* There are no more kinds or labels than this. */
#define MOST 1000

/* Scores of sentences, units by kind by label, with the moves from label to label of each kind. */
typedef struct {
    const double *scores, *moves;
    const long long *lengths;
    Py_ssize_t units, kinds, width, sentences;
} Chains;

/* Read the arguments that `best` and `marginals` have in common; 0, or -1 with an error set. */
static int
read_chains(Arrays *arrays, PyObject *args, Chains *chains, PyObject **filled)
{
    PyObject *given[3];
    Py_ssize_t scores, moves, i;
    long long sum = 0;

    if (!PyArg_ParseTuple(args, "OOOnnO", &given[0], &given[1], &given[2], &chains->kinds,
                          &chains->width, filled)) {
        return -1;
    }
    if ((chains->scores = items_of(arrays, given[0], 'd', &scores, 0)) == NULL
        || (chains->lengths = items_of(arrays, given[1], 'q', &chains->sentences, 0)) == NULL
        || (chains->moves = items_of(arrays, given[2], 'd', &moves, 0)) == NULL) {
        let_go(arrays);
        return -1;
    }
    if (chains->kinds < 1 || chains->width < 1 || chains->kinds > MOST || chains->width > MOST
        || moves != chains->kinds * chains->width * chains->width
        || scores % (chains->kinds * chains->width) != 0) {
        wrong_size(arrays);
        return -1;
    }
    chains->units = scores / (chains->kinds * chains->width);
    for (i = 0; i < chains->sentences; i++) {
        if (chains->lengths[i] < 1 || chains->lengths[i] > chains->units - sum) {
            wrong_size(arrays);
            return -1;
        }
        sum += chains->lengths[i];
    }
    if (sum != chains->units) {
        wrong_size(arrays);
        return -1;
    }
    return 0;
}

const char best_doc[] =
"best(scores: float64, lengths: int64, moves: float64, kinds: int, width: int,\n"
"    labels: int64) -> None\n\n"
"Write the labels of the best path, units by kind; of labels that are as good the first.";

PyObject *
best(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *filled;
    Arrays arrays = {.count = 0};
    Chains chains;
    Py_ssize_t length, kind, sentence, t, from, to, width, row, begin;
    long long *labels;
    double *reached;

    if (read_chains(&arrays, args, &chains, &filled) < 0) {
        return NULL;
    }
    if ((labels = items_of(&arrays, filled, 'q', &length, 1)) == NULL) {
        let_go(&arrays);
        return NULL;
    }
    if (length != chains.units * chains.kinds) {
        return wrong_size(&arrays);
    }
    width = chains.width;
    row = chains.kinds * width;
    reached = PyMem_Malloc((chains.units * width + 1) * sizeof(double));
    if (reached == NULL) {
        let_go(&arrays);
        return PyErr_NoMemory();
    }
    for (kind = 0; kind < chains.kinds; kind++) {
        const double *moves = chains.moves + kind * width * width;

        begin = 0;
        for (sentence = 0; sentence < chains.sentences; sentence++) {
            Py_ssize_t count = chains.lengths[sentence];
            Py_ssize_t after = 0;

            for (t = 0; t < count; t++) {
                const double *mine = chains.scores + (begin + t) * row + kind * width;
                double *here = reached + t * width;

                for (to = 0; to < width; to++) {
                    double most = 0.0;

                    if (t) {
                        const double *last = here - width;

                        most = last[0] + moves[to];
                        for (from = 1; from < width; from++) {
                            double sum = last[from] + moves[from * width + to];

                            most = sum > most ? sum : most;
                        }
                    }
                    here[to] = mine[to] + most;
                }
            }
            for (t = count - 1; t >= 0; t--) {
                const double *here = reached + t * width;
                double most = 0.0;
                Py_ssize_t label = 0;

                for (from = 0; from < width; from++) {
                    double sum =
                        t + 1 < count ? here[from] + moves[from * width + after] : here[from];

                    if (from == 0 || sum > most) {
                        most = sum;
                        label = from;
                    }
                }
                after = label;
                labels[(begin + t) * chains.kinds + kind] = label;
            }
            begin += count;
        }
    }
    PyMem_Free(reached);
    let_go(&arrays);
    Py_RETURN_NONE;
}

static void
divide_by_most(double *row, Py_ssize_t width)
{
    double most = row[0];
    Py_ssize_t i;

    for (i = 1; i < width; i++) {
        most = row[i] > most ? row[i] : most;
    }
    for (i = 0; i < width; i++) {
        row[i] /= most;
    }
}

const char marginals_doc[] =
"marginals(scores: float64, lengths: int64, exp_moves: float64, kinds: int, width: int,\n"
"    sure: float64) -> None\n\n"
"Write the probability of every label, units by kind by label.";

PyObject *
marginals(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *filled;
    Arrays arrays = {.count = 0};
    Chains chains;
    Py_ssize_t length, kind, sentence, t, i, j, width, row, begin;
    double *sure, *weight, *behind, *next;

    if (read_chains(&arrays, args, &chains, &filled) < 0) {
        return NULL;
    }
    if ((sure = items_of(&arrays, filled, 'd', &length, 1)) == NULL) {
        let_go(&arrays);
        return NULL;
    }
    if (length != chains.units * chains.kinds * chains.width) {
        return wrong_size(&arrays);
    }
    width = chains.width;
    row = chains.kinds * width;
    weight = PyMem_Malloc((chains.units + 2) * width * sizeof(double));
    if (weight == NULL) {
        let_go(&arrays);
        return PyErr_NoMemory();
    }
    behind = weight + chains.units * width;
    next = behind + width;
    for (kind = 0; kind < chains.kinds; kind++) {
        const double *moves = chains.moves + kind * width * width;

        begin = 0;
        for (sentence = 0; sentence < chains.sentences; sentence++) {
            Py_ssize_t count = chains.lengths[sentence];

            for (t = 0; t < count; t++) {
                const double *mine = chains.scores + (begin + t) * row + kind * width;
                double *here = sure + (begin + t) * row + kind * width;
                double *heavy = weight + t * width;
                double most = mine[0];

                for (i = 1; i < width; i++) {
                    most = mine[i] > most ? mine[i] : most;
                }
                for (i = 0; i < width; i++) {
                    heavy[i] = exp(mine[i] - most);
                    here[i] = t ? 0.0 : heavy[i];
                }
                if (t) {
                    for (i = 0; i < width; i++) {
                        double before = here[i - row];
                        const double *move = moves + i * width;

                        for (j = 0; j < width; j++) {
                            here[j] += before * move[j];
                        }
                    }
                    for (j = 0; j < width; j++) {
                        here[j] *= heavy[j];
                    }
                }
                if (t % RESCALE == RESCALE - 1) {
                    divide_by_most(here, width);
                }
            }
            for (i = 0; i < width; i++) {
                behind[i] = 1.0;
            }
            for (t = count - 1; t >= 0; t--) {
                double *here = sure + (begin + t) * row + kind * width;
                double sum = 0.0;

                if (t + 1 < count) {
                    const double *heavy = weight + (t + 1) * width;

                    for (j = 0; j < width; j++) {
                        behind[j] *= heavy[j];
                    }
                    for (i = 0; i < width; i++) {
                        next[i] = 0.0;
                        for (j = 0; j < width; j++) {
                            next[i] += behind[j] * moves[i * width + j];
                        }
                    }
                    memcpy(behind, next, width * sizeof(double));
                    if (t % RESCALE == 0) {
                        divide_by_most(behind, width);
                    }
                }
                for (i = 0; i < width; i++) {
                    here[i] *= behind[i];
                    sum += here[i];
                }
                for (i = 0; i < width; i++) {
                    here[i] /= sum;
                }
            }
            begin += count;
        }
    }
    PyMem_Free(weight);
    let_go(&arrays);
    Py_RETURN_NONE;
}
