/* The numbers of values: see value_numbers.c. */

#ifndef SIJILL_VALUE_NUMBERS_H
#define SIJILL_VALUE_NUMBERS_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

extern PyTypeObject value_numbers_type;

#endif
