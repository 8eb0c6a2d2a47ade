// Spanish: exercises, which somebody else wrote and put into a link.
export default `
## exercise

exercise-whose = Lo ha escrito quien hizo este enlace, no Unrolled.
exercise-skip = Ir al ejercicio
exercise-ways = Otros lugares de esta página
exercise-chapters = Los capítulos
exercise-opening = Se está abriendo el ejercicio.
exercise-frame_open = Abrir este ejercicio en una página propia
exercise-unreadable = Este ejercicio no se puede mostrar. { $why }

exercise-train = Entrenar
exercise-before = Antes de entrenar
exercise-starts = Se entrena en esta página, tanto tiempo como le lleve a este dispositivo.
exercise-watch = Observa
exercise-watching = { $count ->
    [one] Ahora se entrena. La curva muestra cuántas respuestas son correctas en ejemplos de los que no se aprende.
   *[other] Ahora se entrenan todas las redes con los mismos ejemplos. Las curvas muestran cuántas respuestas son correctas en ejemplos de los que ninguna aprende.
    }
exercise-watching_loss = { $count ->
    [one] Ahora se entrena. La curva muestra cuánto se alejan las respuestas, en ejemplos de los que no se aprende: más bajo es mejor.
   *[other] Ahora se entrenan todas las redes con los mismos ejemplos. Las curvas muestran cuánto se alejan las respuestas, en ejemplos de los que ninguna aprende: más bajo es mejor.
    }
exercise-watching_text = { $count ->
    [one] Ahora se lee el texto. La curva muestra cuánto sorprende el símbolo siguiente, en una parte de la que no se aprende: más bajo es mejor.
   *[other] Ahora leen todas las redes el mismo texto. Las curvas muestran cuánto les sorprende el símbolo siguiente, en una parte de la que ninguna aprende: más bajo es mejor.
    }
exercise-watched = { $count ->
    [one] Ha terminado.
   *[other] Han terminado todas las redes.
    }
exercise-reply_so = Dijiste «{ $choice }». Lo mismo dice quien hizo este ejercicio.
exercise-reply_otherwise = Dijiste «{ $choice }». Quien hizo este ejercicio dice otra cosa.
exercise-it_was = Dijiste «{ $choice }». Quien hizo este ejercicio dice «{ $came }».
exercise-it_was_unsure = No lo sabías. Quien hizo este ejercicio dice «{ $came }».
exercise-to_goal = Ir a tu meta
exercise-settings = Lo que se puede cambiar
exercise-settings_what = Lo que está bloqueado lo ha bloqueado quien hizo este enlace. Un cambio entrena las redes de nuevo.
exercise-to_end = Ir al final
exercise-goal = Tu meta
exercise-end = Aquí termina el ejercicio

exercise-formula = Fórmula

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
