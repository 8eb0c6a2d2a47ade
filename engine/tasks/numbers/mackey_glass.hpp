#pragma once
#include <cstddef>
#include <vector>

namespace unrolled {

/// The series of Mackey and Glass (1977), which is chaotic from tau = 17 on:
///     dx/dt = 0.2 x(t - tau) / (1 + x(t - tau)^10) - 0.1 x(t),   x = 1.2 for t <= 0,
/// integrated by the fourth-order Runge-Kutta method in steps of 1/10, x(t - tau) between steps by linear interpolation, and
/// given at t = 300, 301, .... The same bits everywhere: nothing but + * /.
std::vector<double> mackey_glass(std::size_t count, std::size_t tau);

}  // namespace unrolled
