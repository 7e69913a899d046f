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

/* Read the scores, lengths and moves that are given, the numbers of kinds and labels being known;
 * 0, or -1 with an error set. */
static int
read_chains(Arrays *arrays, PyObject **given, Chains *chains)
{
    Py_ssize_t scores, moves, i;
    long long sum = 0;

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

/* Write what each label is reached with from the best one before it. */
static void
come_from_best(const double *restrict last, const double *restrict moves, Py_ssize_t width,
               double *restrict here)
{
    Py_ssize_t from, to;

    for (to = 0; to < width; to++) {
        here[to] = last[0] + moves[to];
    }
    // Label by label of those before, so that several labels are reached at a time.
    for (from = 1; from < width; from++) {
        const double *move = moves + from * width;

        for (to = 0; to < width; to++) {
            double sum = last[from] + move[to];

            here[to] = sum > here[to] ? sum : here[to];
        }
    }
}

const char best_doc[] =
"best(scores: float64, lengths: int64, moves: float64, kinds: int, width: int,\n"
"    labels: int64) -> None\n\n"
"Write the labels of the best path, units by kind; of labels that are as good the first.";

PyObject *
best(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *given[4];
    Arrays arrays = {.count = 0};
    Chains chains;
    Py_ssize_t length, kind, sentence, t, from, to, width, row, begin;
    long long *labels;
    double *reached;

    if (!PyArg_ParseTuple(args, "OOOnnO:best", &given[0], &given[1], &given[2], &chains.kinds,
                          &chains.width, &given[3])
        || read_chains(&arrays, given, &chains) < 0) {
        return NULL;
    }
    if ((labels = items_of(&arrays, given[3], 'q', &length, 1)) == NULL) {
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

                if (t == 0) {
                    memcpy(here, mine, width * sizeof(double));
                    continue;
                }
                come_from_best(here - width, moves, width, here);
                for (to = 0; to < width; to++) {
                    here[to] += mine[to];
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

/* The moves of one kind, and room to sum up the ways through a sentence. */
typedef struct {
    Py_ssize_t width;
    const double *moves;
    double *back;            /* the same moves, by the label behind */
    double *weight;          /* of each label of each unit */
    double *behind, *next;   /* of each label of one unit: all ways behind it */
} Ways;

/* Make room for the longest sentence; 0, or -1 with an error set. */
static int
make_ways(const Chains *chains, Ways *ways)
{
    Py_ssize_t width = chains->width, longest = 0, i;

    for (i = 0; i < chains->sentences; i++) {
        longest = Py_MAX(longest, (Py_ssize_t)chains->lengths[i]);
    }
    ways->width = width;
    ways->back = PyMem_Malloc((width * width + (longest + 2) * width) * sizeof(double));
    if (ways->back == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    ways->weight = ways->back + width * width;
    ways->behind = ways->weight + longest * width;
    ways->next = ways->behind + width;
    return 0;
}

static void
take_kind(Ways *ways, const Chains *chains, Py_ssize_t kind)
{
    Py_ssize_t width = ways->width, i, j;

    ways->moves = chains->moves + kind * width * width;
    for (i = 0; i < width; i++) {
        for (j = 0; j < width; j++) {
            ways->back[j * width + i] = ways->moves[i * width + j];
        }
    }
}

/* Write the sums of what labels weigh times the moves from each of them. */
static void
move_on(const double *restrict weights, const double *restrict moves, Py_ssize_t width,
        double *restrict sums)
{
    Py_ssize_t i, j;

    memset(sums, 0, width * sizeof(double));
    for (i = 0; i < width; i++) {
        const double *move = moves + i * width;

        for (j = 0; j < width; j++) {
            sums[j] += weights[i] * move[j];
        }
    }
}

static void
multiply(double *restrict row, const double *restrict other, Py_ssize_t width)
{
    Py_ssize_t i;

    for (i = 0; i < width; i++) {
        row[i] *= other[i];
    }
}

/* Write the probability of every label of one kind in a sentence, whose rows of scores and of
 * probabilities lie so far apart. */
static void
sum_ways(const Ways *ways, const double *scores, Py_ssize_t scores_row, Py_ssize_t count,
         double *sure, Py_ssize_t sure_row)
{
    Py_ssize_t width = ways->width, t, i;
    double *behind = ways->behind, *next = ways->next, *other;

    for (t = 0; t < count; t++) {
        const double *mine = scores + t * scores_row;
        double *here = sure + t * sure_row, *heavy = ways->weight + t * width;
        double most = mine[0];

        for (i = 1; i < width; i++) {
            most = mine[i] > most ? mine[i] : most;
        }
        for (i = 0; i < width; i++) {
            heavy[i] = exp(mine[i] - most);
        }
        if (t) {
            move_on(here - sure_row, ways->moves, width, here);
            multiply(here, heavy, width);
        }
        else {
            memcpy(here, heavy, width * sizeof(double));
        }
        if (t % RESCALE == RESCALE - 1) {
            divide_by_most(here, width);
        }
    }
    for (i = 0; i < width; i++) {
        behind[i] = 1.0;
    }
    for (t = count - 1; t >= 0; t--) {
        double *here = sure + t * sure_row;
        double sum = 0.0;

        if (t + 1 < count) {
            multiply(behind, ways->weight + (t + 1) * width, width);
            move_on(behind, ways->back, width, next);
            other = behind;
            behind = next;
            next = other;
            if (t % RESCALE == 0) {
                divide_by_most(behind, width);
            }
        }
        multiply(here, behind, width);
        for (i = 0; i < width; i++) {
            sum += here[i];
        }
        for (i = 0; i < width; i++) {
            here[i] /= sum;
        }
    }
}

const char marginals_doc[] =
"marginals(scores: float64, lengths: int64, exp_moves: float64, kinds: int, width: int,\n"
"    sure: float64) -> None\n\n"
"Write the probability of every label, units by kind by label.";

PyObject *
marginals(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *given[4];
    Arrays arrays = {.count = 0};
    Chains chains;
    Ways ways;
    Py_ssize_t length, kind, sentence, row, begin;
    double *sure;

    if (!PyArg_ParseTuple(args, "OOOnnO:marginals", &given[0], &given[1], &given[2],
                          &chains.kinds, &chains.width, &given[3])
        || read_chains(&arrays, given, &chains) < 0) {
        return NULL;
    }
    if ((sure = items_of(&arrays, given[3], 'd', &length, 1)) == NULL) {
        let_go(&arrays);
        return NULL;
    }
    if (length != chains.units * chains.kinds * chains.width) {
        return wrong_size(&arrays);
    }
    if (make_ways(&chains, &ways) < 0) {
        let_go(&arrays);
        return NULL;
    }
    row = chains.kinds * chains.width;
    for (kind = 0; kind < chains.kinds; kind++) {
        take_kind(&ways, &chains, kind);
        begin = kind * chains.width;
        for (sentence = 0; sentence < chains.sentences; sentence++) {
            sum_ways(&ways, chains.scores + begin, row, chains.lengths[sentence], sure + begin,
                     row);
            begin += chains.lengths[sentence] * row;
        }
    }
    PyMem_Free(ways.back);
    let_go(&arrays);
    Py_RETURN_NONE;
}

/* The labels of units by kind, and of each kind the one that is no span's. */
typedef struct {
    const long long *best, *outside;
} Labels;

/* Say whether a kind has another label than the one outside of spans in a sentence. */
static int
is_found(const Labels *labels, const Chains *chains, Py_ssize_t kind, Py_ssize_t begin,
         Py_ssize_t count)
{
    Py_ssize_t t;

    for (t = begin; t < begin + count; t++) {
        if (labels->best[t * chains->kinds + kind] != labels->outside[kind]) {
            return 1;
        }
    }
    return 0;
}

/* Write the probabilities of labels, in all sentences in which their kind was found; `sums` has room
 * for those of a sentence. */
static void
write_probabilities(const Chains *chains, const Labels *labels, Ways *ways, double *sums,
                    double *sure)
{
    Py_ssize_t kinds = chains->kinds, width = chains->width, kind, sentence, begin, t;

    for (kind = 0; kind < kinds; kind++) {
        take_kind(ways, chains, kind);
        begin = 0;
        for (sentence = 0; sentence < chains->sentences; sentence++) {
            Py_ssize_t count = chains->lengths[sentence];

            if (is_found(labels, chains, kind, begin, count)) {
                sum_ways(ways, chains->scores + (begin * kinds + kind) * width, kinds * width,
                         count, sums, width);
                for (t = 0; t < count; t++) {
                    Py_ssize_t place = (begin + t) * kinds + kind;

                    sure[place] = sums[t * width + labels->best[place]];
                }
            }
            begin += count;
        }
    }
}

const char probabilities_doc[] =
"probabilities(scores: float64, lengths: int64, exp_moves: float64, kinds: int, width: int,\n"
"    labels: int64, outside: int64, sure: float64) -> None\n\n"
"Write how probable the labels of units are, by kind. Nothing is written for the sentences in which\n"
"a kind has no label but the one of `outside`.";

PyObject *
probabilities(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *given[6];
    Arrays arrays = {.count = 0};
    Chains chains;
    Labels labels;
    Ways ways;
    Py_ssize_t best, outside, length, i;
    double *sure, *sums;

    if (!PyArg_ParseTuple(args, "OOOnnOOO:probabilities", &given[0], &given[1], &given[2],
                          &chains.kinds, &chains.width, &given[3], &given[4], &given[5])
        || read_chains(&arrays, given, &chains) < 0) {
        return NULL;
    }
    if ((labels.best = items_of(&arrays, given[3], 'q', &best, 0)) == NULL
        || (labels.outside = items_of(&arrays, given[4], 'q', &outside, 0)) == NULL
        || (sure = items_of(&arrays, given[5], 'd', &length, 1)) == NULL) {
        let_go(&arrays);
        return NULL;
    }
    if (best != chains.units * chains.kinds || length != best || outside != chains.kinds) {
        return wrong_size(&arrays);
    }
    for (i = 0; i < best; i++) {
        if (labels.best[i] < 0 || labels.best[i] >= chains.width) {
            return wrong_size(&arrays);
        }
    }
    if (make_ways(&chains, &ways) < 0) {
        let_go(&arrays);
        return NULL;
    }
    sums = PyMem_Malloc((chains.units + 1) * chains.width * sizeof(double));
    if (sums != NULL) {
        write_probabilities(&chains, &labels, &ways, sums, sure);
    }
    PyMem_Free(sums);
    PyMem_Free(ways.back);
    let_go(&arrays);
    if (sums == NULL) {
        return PyErr_NoMemory();
    }
    Py_RETURN_NONE;
}
