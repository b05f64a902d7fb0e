/** Linear programs, by one library behind one door. See README.md. */
export { type LinearProgram, loadSolver, type OpenProgram, type Solver } from './solver.ts';
