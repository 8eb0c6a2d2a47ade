export default `
## course-why: why it forgets

course-why-title = Por qué olvida
course-why-question = Antes de entrenar, ninguna oye los primeros números. ¿Cuál aprende a oírlos?
course-why-lead =
    Los mismos cincuenta números. Una red aprende de lo que vuelve de su error a cada número que leyó (el gradiente). Antes de entrenar, a
    los diez primeros números vuelve menos de una millonésima de lo que vuelve a los diez últimos: en la RNN y en la GRU.
course-why-summary = Antes de entrenar no vuelve nada de lejos, ni en una RNN ni en una GRU. Predice cuál de ellas aprende a pesar de todo, y observa cómo se abre el camino.
course-why-thumbnail = Cuánto vuelve a cada uno de cincuenta números, en cuatro pasos del entrenamiento: en la GRU la línea sube de casi nada a todo, en la RNN no.
course-why-choice_gru = La GRU
course-why-reply_gru = Sí. El camino de vuelta de la GRU se abre mientras se entrena, antes de que baje su error; el de la RNN sigue cerrado.
course-why-choice_rnn = La RNN
course-why-reply_rnn =
    La RNN no tiene puertas que pudieran cerrarse, pero tampoco ninguna que pudiera abrirse: en cada paso se pierde más o menos la mitad
    de lo que vuelve. Las puertas de la GRU aprenden a dejarlo pasar.
course-why-choice_both = Ambas
course-why-reply_both =
    La RNN se fija en lo que le dicen los últimos números, y su camino de vuelta a los primeros sigue cerrado: de lo que apenas vuelve, apenas se
    puede aprender nada. En la GRU se abre.
course-why-choice_neither = Ninguna
course-why-reply_neither =
    La GRU aprende de los números cercanos a conservar lo que ha leído, y con ello lo que vuelve se multiplica por más de diez mil. Una imagen tomada
    antes de entrenar no dice qué se puede aprender.
course-why-reply_unsure = Pues míralo: la GRU aprende la suma, aunque antes de entrenar no volvía prácticamente nada de los primeros números, como en la RNN.
course-why-why =
    Mientras se entrena la GRU, sus puertas aprenden a conservar lo leído, y lo que vuelve a los primeros números se multiplica por más de diez mil
    antes de que su error baje siquiera. En la RNN cada paso conserva la mitad de la memoria cuando empieza el entrenamiento, y nada le dice nunca que
    conserve más.
course-why-knob = ¿Cuánto de su memoria conserva en cada paso la RNN sin entrenar (su radio espectral)?
course-why-knob_half = La mitad: 0,5
course-why-knob_whole = Toda: 1
course-why-knob_more = Más que toda: 1,2
course-why-challenge = Elige cuánto conserva, de modo que también el error de la RNN baje de 0,03.
course-why-challenge_done =
    Lo que vuelve se multiplica por este número en cada paso. Con 1 llega como se envió, y una RNN sin ninguna puerta aprende la suma. Con 0,5 no
    queda nada tras cincuenta pasos; con 1,2 se multiplica por varios miles (explota), y el entrenamiento primero tiene que bajar de ahí.
course-why-transfer =
    Una red de 100 capas, que se leen de abajo arriba, se inicia de modo que cada capa devuelva nueve décimas partes del error que le
    llega. ¿Cuánto llega a la capa más baja?
course-why-transfer_most = Unas nueve décimas partes
course-why-transfer_reply_most = Cada capa toma nueve décimas partes de lo que dejó la de encima: 0,9 por sí mismo, cien veces.
course-why-transfer_little = Menos de una diezmilésima parte
course-why-transfer_reply_little =
    Sí, 0,9 por sí mismo cien veces es 0,00003. Las capas unas sobre otras son para el error lo que son los pasos uno tras otro.
course-why-transfer_nothing = Exactamente nada
course-why-transfer_reply_nothing = Lo que llega es poco, pero no nada: 0,9 por sí mismo cien veces es 0,00003.
course-why-background_1 =
    Lo que vuelve del error L a la memoria h en el paso t es un producto con un factor por cada paso desde ahí hasta el final, T: los pesos W_hh por
    la pendiente f′ de lo que cada unidad hace con su suma a. Si cada factor acorta aquello por lo que se multiplica, al menos en cierta parte, lo que
    queda baja de forma exponencial con la distancia. Sepp Hochreiter lo encontró en su tesina de 1991, en alemán; Bengio, Simard y Frasconi (1994)
    mostraron que los ajustes con los que una red así guarda algo con seguridad son justo aquellos con los que se desvanece lo que vuelve. Factores
    por encima de 1 hacen posible que explote, pero no lo aseguran (Pascanu, Mikolov y Bengio 2013).
course-why-background_2 =
    Lo que se ajusta es el radio espectral ρ, el mayor tamaño de un valor propio λ de W_hh. La RNN empieza aquí con la matriz identidad multiplicada
    por ese número y con unidades que dejan pasar lo positivo (ReLU); con 1, así empezaron la suya Le, Jaitly y Hinton en 2015. Entonces un paso
    multiplica por ρ donde una unidad está activa. Lo que explota se recorta: un gradiente g más largo que c, que aquí es 1, se acorta hasta c
    (Pascanu, Mikolov y Bengio 2013). Lo que se ha desvanecido no lo devuelve ningún recorte. Las puertas pueden mantener el factor cerca de 1
    (Hochreiter y Schmidhuber 1997); que el entrenamiento encuentre tales puertas se ve una y otra vez, y no está demostrado para ninguna de estas
    tareas.
course-why-remember =
    Lo que vuelve a lo largo de muchos pasos se multiplica en cada uno: por debajo de 1 se desvanece, por encima de 1 explota. Las puertas
    aprenden a mantenerlo cerca de 1, y eso no lo muestra ninguna imagen de antes de entrenar.
`;
