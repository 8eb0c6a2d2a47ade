#!/usr/bin/env python3
"""Prints the polynomial coefficients of engine/core/elementary_constants.hpp. Needs mpmath (python3-mpmath)."""

from mpmath import chebyfit, cos, erf, erfc, exp, log, lu_solve, matrix, mp, mpf, nstr, pi, polyval, sqrt, tanh

mp.dps = 60


def exp_rest(r):
    """(e^r - 1 - r) / r^2"""
    r = mpf(r)
    return mpf(1) / 2 + r / 6 + r * r / 24 if abs(r) < mpf(10) ** -18 else (exp(r) - 1 - r) / r**2


def erf_exponent(a):
    """-log(1 - erf(a)) / a, a smooth function that grows from 2 / sqrt(pi)"""
    a = mpf(a)
    return 2 / sqrt(pi) + 2 / pi * a if a < mpf(10) ** -25 else -log(erfc(a)) / a


def tanh_over(a):
    """tanh(a) / a"""
    return tanh(a) / a if a > mpf(10) ** -20 else 1 - a * a / 3


def erf_over(a):
    """erf(a) / a"""
    return erf(a) / a if a > mpf(10) ** -20 else 2 / sqrt(pi) * (1 - a * a / 3)


def levelled(function, points, numerator, denominator):
    """P and Q in a^2, Q(0) = 1, whose quotient errs by the same share of the function at all points, in alternation."""
    size = len(points)
    before = [mpf(1)] + [mpf(0)] * denominator
    for _ in range(6):
        system, right = matrix(size, size), matrix(size, 1)
        for k, a in enumerate(points):
            y, f = a * a, function(a)
            for i in range(numerator + 1):
                system[k, i] = y**i
            for i in range(1, denominator + 1):
                system[k, numerator + i] = -f * y**i
            system[k, size - 1] = -((-1) ** k) * f * polyval(before[::-1], y)
            right[k] = f
        solution = lu_solve(system, right)
        before = [mpf(1)] + [solution[numerator + i] for i in range(1, denominator + 1)]
    return [solution[i] for i in range(numerator + 1)], before


def extremes(errors):
    """Where the errors are largest, one place for every change of sign."""
    found = []
    for i, e in enumerate(errors):
        if found and errors[found[-1]] * e > 0:
            if abs(e) > abs(errors[found[-1]]):
                found[-1] = i
        else:
            found.append(i)
    return found


def quotient(function, limit, numerator, denominator):
    """The best P(a^2) / Q(a^2) on [0, limit] in relative error, by the exchange algorithm of Remez."""
    size = numerator + denominator + 2
    grid = [limit * mpf(i) / 3000 for i in range(3001)]
    points = [limit * (1 - cos(pi * k / (size - 1))) / 2 for k in range(size)]
    for _ in range(12):
        p, q = levelled(function, points, numerator, denominator)
        errors = [polyval(p[::-1], a * a) / polyval(q[::-1], a * a) / function(a) - 1 for a in grid]
        places = extremes(errors)
        while len(places) > size:
            places.pop(0 if abs(errors[places[0]]) < abs(errors[places[-1]]) else -1)
        points = [grid[i] for i in places]
    return p, q, max(abs(e) for e in errors)


def show_quotient(name, function, limit, terms):
    p, q, error = quotient(function, mpf(limit), terms - 1, terms - 1)
    print(f"{name}: {terms} over {terms} terms, relative error {nstr(error, 3)}, then exact at 0")
    for row in [c * function(mpf(0)) / p[0] for c in p], q:
        print("  {" + ", ".join(nstr(c, 9) for c in row) + "}")


def show(name, function, interval, terms, digits):
    coefficients, error = chebyfit(function, interval, terms, error=True)
    print(f"{name}: {terms} terms, error {nstr(error, 3)}")
    print("  {" + ", ".join(nstr(c, digits) for c in reversed(coefficients)) + "}")


half = log(2) / 2
show("float exp_rest", exp_rest, [-half, half], 5, 9)
show("double exp_rest", exp_rest, [-half, half], 11, 17)
show_quotient("float tanh", tanh_over, "9.1", 5)
show_quotient("float erf", erf_over, "4", 6)
show("double erf_exponent", erf_exponent, [0, 6], 34, 17)
