export default `
## course-blanks: fill in the blanks

course-blanks-title = Rellenar huecos
course-blanks-question = Con 300 reseñas etiquetadas: ¿qué red aprende a decir si una película gustó?
course-blanks-lead =
    «Not» da la vuelta a lo que dice una palabra, así que sumar palabras buenas y malas apenas es mejor que adivinar. Ambas redes son el mismo
    Transformer y reciben las mismas 300 reseñas etiquetadas; una ha rellenado antes palabras ocultas en otras sin etiqueta (preentrenamiento).
course-blanks-first_act = Primer acto, sin ninguna etiqueta: una red lee reseñas en las que se ocultan palabras (▮) y dice cuáles eran.
course-blanks-first_act_goes =
    Por ahora, una de las redes rellena huecos. La que empieza de cero ya está con las 300 reseñas etiquetadas; la otra la sigue por sí sola
    en cuanto acaban los huecos (segundo acto).
course-blanks-summary =
    Dos copias de una red aprenden de 300 reseñas etiquetadas; una ha rellenado antes palabras ocultas. Predice cuánto vale eso, y observa
    ambos actos.
course-blanks-thumbnail = La proporción de respuestas correctas a lo largo del entrenamiento: la red que antes ha rellenado huecos sube muy por encima de la que empieza de cero.
course-blanks-choice_same = Ambas por igual
course-blanks-reply_same =
    El primer acto no tiene etiquetas, pero enseña lo que el segundo necesita: qué palabra encaja en un hueco depende de «not», de «but» y
    de lo que se alabó antes. Para rellenarlo, una red tiene que averiguar cómo dependen unas palabras de otras.
course-blanks-choice_harm = La que empieza de cero
course-blanks-reply_harm =
    La que rellenó huecos no empieza de nuevo: sigue desde donde la dejaron los huecos. A mitad de los 400 pasos acierta 70 de cada 100 reseñas
    no vistas, más que la que empieza de cero en ningún momento.
course-blanks-choice_pre = La que antes rellenó huecos
course-blanks-reply_pre =
    Sí. La que antes rellenó huecos acierta al menos tres cuartas partes de las reseñas no vistas; la que empieza de cero no llega al 68 %.
course-blanks-choice_neither = Ninguna
course-blanks-reply_neither =
    Trescientas son demasiado pocas para la que empieza de cero: se las aprende de memoria y en otras no llega al 68 %. También la que antes
    rellenó huecos necesitó muchos ejemplos, pero de esos nadie tuvo que etiquetar ni uno.
course-blanks-reply_unsure = Pues míralo: la misma red aprende mucho más de las mismas 300 reseñas si antes ha rellenado huecos.
course-blanks-why =
    Qué palabra encaja en un hueco depende de si delante hay un «not». Así, la red que rellenó huecos mira el «not» antes de ver una sola
    etiqueta, y 300 etiquetas solo tienen que decir qué se sigue de ello. En la que empieza de cero, ninguna palabra lo mira así tras 300
    etiquetas. (De cada red se muestra la capa que más lo mira.)
course-blanks-knob = ¿Qué reciben las redes?
course-blanks-knob_few = 300 reseñas etiquetadas
course-blanks-knob_many = 1000 reseñas etiquetadas
course-blanks-knob_counting = 300, y una tercera red que solo suma palabras
course-blanks-challenge = Averigua con cuántas reseñas etiquetadas acierta al menos el 90 % la red que rellenó huecos.
course-blanks-challenge_done =
    Le bastan mil etiquetas. Con otras tantas, la misma red sin el primer acto no llega al 80 %. Con 300, una convolución que ve una palabra
    cada vez, de modo que solo puede sumar lo que dice cada una, acierta menos de dos de cada tres.
course-blanks-transfer =
    Un hospital tiene un millón de cartas, y en 500 de ellas un médico ha anotado si el paciente tiene que volver. ¿Con qué se debería
    entrenar una red?
course-blanks-transfer_labels = Solo con las 500: solo ellas tienen la respuesta
course-blanks-transfer_reply_labels =
    Las 500 tienen las respuestas, pero apenas texto suficiente para aprender cómo se escriben las cartas. Las demás lo enseñan sin una sola
    anotación.
course-blanks-transfer_texts = Primero con huecos en todas las cartas, después con las 500
course-blanks-transfer_reply_texts =
    Sí: cómo se escriben las cartas se puede aprender de todas; las 500 muestran después a cuáles sigue una nueva visita.
course-blanks-transfer_larger = Solo con las 500, con una red más grande
course-blanks-transfer_reply_larger =
    Una red más grande se aprende las 500 de memoria con más facilidad aún. Lo que falta no es sitio, sino ejemplos de cómo se escriben esas
    cartas.
course-blanks-background_1 =
    Se ocultan unas 15 de cada 100 palabras; M es el conjunto de sus lugares, w son las palabras como eran y w con una virgulilla encima, la
    reseña con sus huecos. La pérdida es la media de cuánto sorprenden a la red las palabras ocultas. Que una persona puede rellenar un hueco si
    ha entendido el texto se usó en 1953 para medir lo legible que es un texto: Taylor lo llamó procedimiento cloze. BERT (2018) entrenó así un
    Transformer que lee en ambos sentidos; de cada 100 palabras elegidas, 80 se ocultan, 10 se cambian por otras y 10 se dejan como están, igual
    que aquí.
course-blanks-background_2 =
    Después, una capa nueva U responde a otra pregunta a partir de lo que la red hace de un texto, y todos los pesos siguen aprendiendo desde
    donde los dejaron los huecos. Que una red aprende mejor a clasificar si antes ha aprendido a continuar textos se mostró en 2015 (Dai y Le),
    y en 2018 para muchas tareas a la vez (Peters y otros, Howard y Ruder, BERT). Cuánto vale eso depende de lo cerca que están los textos
    unos de otros: aquí ambos actos leen reseñas hechas con las mismas reglas, que es el mejor de los casos.
course-blanks-remember =
    Rellenar huecos enseña, sin una sola etiqueta, cómo dependen unas palabras de otras. Después bastan pocas etiquetas para aprender a
    responder una pregunta sobre ellas.
`;
