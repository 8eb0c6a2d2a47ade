export default `
## course-forgets: an RNN forgets

course-forgets-title = Una RNN olvida
course-forgets-question = ¿Qué red sabe todavía el primer número marcado?
course-forgets-lead =
    Se leen cincuenta números, uno tras otro; dos de ellos están marcados. Después del último, la red tiene que decir la suma de los dos.
    El primer número marcado está en la primera mitad: hay que conservarlo durante al menos 25 pasos. Una RNN mezcla cada número en su
    memoria; una GRU también puede dejar su memoria como está.
course-forgets-summary =
    Dos redes leen cincuenta números y tienen que sumar dos que están marcados. Predice cuál sabe todavía el primero, entrena ambas en
    segundos y mira por qué.
course-forgets-thumbnail = Cincuenta números, dos de ellos marcados, y cuánto del error vuelve a cada uno: en la RNN, tanto menos cuanto más atrás, en la GRU a todos por igual.
course-forgets-choice_gru = La GRU
course-forgets-reply_gru =
    Sí. La GRU aprende la suma en menos de mil pasos de entrenamiento; la RNN no es mejor al final que si respondiera siempre 1.
course-forgets-choice_rnn = La RNN
course-forgets-reply_rnn =
    A la RNN no le ayuda ser la más pequeña de las dos: al primer número marcado no vuelve casi nada a partir de lo cual pueda aprender, así que se
    queda como si respondiera siempre 1. La GRU aprende la suma.
course-forgets-choice_both = Ambas
course-forgets-reply_both =
    La RNN tiene sitio para un número, y hay ajustes con los que conserva uno durante cincuenta pasos. El entrenamiento no los encuentra:
    la RNN se queda como si respondiera siempre 1, y solo la GRU aprende la suma.
course-forgets-choice_neither = Ninguna
course-forgets-reply_neither =
    La RNN no la aprende: cincuenta pasos son demasiado lejos. Pero eso no vale para toda red que lee un número tras otro: la GRU aprende
    la suma.
course-forgets-reply_unsure = Pues míralo: la GRU aprende la suma, la RNN se queda donde empezó.
course-forgets-why =
    Una red aprende de su error al final, y ese error tiene que volver, paso a paso, hasta el número que se debería haber conservado; en la RNN cada
    paso lo hace más pequeño, hasta que no queda casi nada (el gradiente se desvanece). La GRU tiene puertas: aprenden a dejar la memoria como está, y
    entonces el error vuelve hasta el primer número marcado.
course-forgets-knob = ¿De qué depende: de cuántos números hay, o de qué red los lee?
course-forgets-knob_short = 4 números
course-forgets-knob_long = 50 números
course-forgets-knob_lstm = 50 con una LSTM
course-forgets-challenge = Elige un ajuste con el que también la RNN acierte al menos la mitad de sus respuestas.
course-forgets-challenge_done =
    Con cuatro números el camino de vuelta es corto y llega bastante del error: la RNN aprendió la suma. Su memoria no era demasiado
    pequeña para conservar un número; con cincuenta, no volvía casi nada que le dijera cuál.
course-forgets-transfer =
    Una RNN lee una carta de 400 palabras. Que se responda con «Estimado señor» o «Estimada señora» lo decide la primera línea. La RNN no
    lo aprende. ¿Cuál es la razón más probable?
course-forgets-transfer_capacity = Su memoria es demasiado pequeña
course-forgets-transfer_reply_capacity =
    La RNN solo tiene que conservar una de dos respuestas, y tiene sitio para más. Con cuatro números bastaba una memoria del mismo
    tamaño; con cincuenta no aprendió la suma.
course-forgets-transfer_distance = El error no vuelve hasta la primera línea
course-forgets-transfer_reply_distance = Sí: 400 pasos atrás queda del error aún menos que cincuenta pasos atrás.
course-forgets-transfer_speed = Se entrenó demasiado poco tiempo
course-forgets-transfer_reply_speed =
    La RNN tuvo con cincuenta números tantos pasos como con cuatro: con cuatro aprendió la suma, con cincuenta su curva se quedó plana. Allí no volvía
    casi nada a partir de lo cual pudiera aprender.
course-forgets-background_1 =
    Una RNN rehace su memoria h en cada paso t, a partir del número x que lee y de la memoria anterior. W_ih y W_hh son tablas de pesos y b son
    constantes, las mismas en cada paso; tanh mantiene cada número de la memoria entre −1 y 1. Jeffrey Elman mostró en 1990 qué puede encontrar una
    red así en filas de letras y palabras. Nada en la fórmula dice que haya que conservar algo: lo leído pasa otra vez por W_hh y tanh en cada paso
    que sigue.
course-forgets-background_2 =
    Una GRU (Cho y otros 2014) tiene para cada número de su memoria una puerta z entre 0 y 1, de lo que se ocupa σ: donde z está cerca de 1 se queda
    el número viejo, donde está cerca de 0 ocupa su lugar el nuevo, n; r, una puerta hecha del mismo modo, dice cuánto de la memoria vieja entra en n,
    y ⊙ multiplica número a número. La LSTM (Hochreiter y Schmidhuber 1997) llegó diecisiete años antes y lo hace con una segunda memoria; su artículo
    tiene la tarea de este capítulo, sumar dos números marcados, a lo largo de cientos de pasos. Cuál de las dos es mejor no está decidido: Chung y
    otros (2014) las compararon y no nombraron ganadora.
course-forgets-remember = Una RNN aprende de lo que está cerca: en un largo camino de vuelta su error se desvanece. Las puertas mantienen abierto el camino.
`;
