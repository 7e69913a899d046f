/* The weights of an archive, as the loops of `weighing` are given them. */

#ifndef SIJILL_ARCHIVE_H
#define SIJILL_ARCHIVE_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

/* No step or number of columns is larger; sums of them are no larger than an int. */
#define MOST_STEP 100
#define MOST_COLUMNS 100000

/* The weights of an archive as `Weigher` lays them out. */
typedef struct {
    const long long *starts;
    const unsigned short *codes; /* of the weights: what each of them is for */
    const float *weights;
    Py_ssize_t features, entries;
} Archive;

/* Say whether the numbers of a feature's entries lie inside of the archive. */
static inline int
is_inside(const Archive *archive, long long feature)
{
    return feature >= 0 && feature < archive->features && archive->starts[feature] >= 0
        && archive->starts[feature] <= archive->starts[feature + 1]
        && archive->starts[feature + 1] <= archive->entries;
}

#endif
