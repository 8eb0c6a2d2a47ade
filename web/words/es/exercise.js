// Spanish: exercises, which somebody else wrote and put into a link.
export default `
## exercise

exercise-title = { $title } · Unrolled
exercise-whose = Lo ha escrito quien hizo este enlace, no Unrolled.
exercise-skip = Ir al ejercicio
exercise-ways = Otros lugares de esta página
exercise-chapters = Los capítulos
exercise-opening = Se está abriendo el ejercicio.
exercise-frame_open = Abrir este ejercicio en una página propia
exercise-unreadable = Este ejercicio no se puede mostrar. { $why }

exercise-train = Entrenar
exercise-train_what = Se entrena en esta página, en este dispositivo.
exercise-because = Mira las curvas otra vez.
exercise-goal = Tu meta
exercise-end = Aquí termina el ejercicio

exercise-link = { $text } ({ $host })
exercise-formula = Fórmula
exercise-formula_not = Fórmula que no se puede mostrar

## exercise-fault

exercise-fault-newer = { $place }: el ejercicio se hizo con un Unrolled más nuevo; ábrelo en la página que lo hizo.
exercise-fault-object = { $place } ha de ser un objeto con unos pocos nombres y valores.
exercise-fault-missing = Falta { $place }; todo ejercicio lo tiene.
exercise-fault-text = { $place } ha de ser un texto de 1 a { $limit } caracteres.
exercise-fault-number = { $place } ha de ser un número de { $low } a { $high }.
exercise-fault-whole = { $place } ha de ser un número entero de { $low } a { $high }.
exercise-fault-choice = { $place } ha de ser uno de estos: { $choices }.
exercise-fault-list = { $place } ha de ser una lista de { $least } a { $most }.
exercise-fault-value = { $place } ha de ser un número, una palabra, sí o no, o una lista corta de ellos.
exercise-fault-predicate = { $place } no dice ninguna meta que se pueda juzgar. { $fault }
`;
