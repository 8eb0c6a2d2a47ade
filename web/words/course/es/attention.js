export default `
## course-attention: attention

course-attention-title = Atención
course-attention-question = ¿Qué red aprende a reescribir una fecha?
course-attention-lead =
    Una fecha, escrita en inglés de una de once formas, se tiene que reescribir siempre de la misma, como 1987-03-12. Ambas redes la leen primero,
    letra a letra, en una memoria de 48 números. Después una escribe solo a partir de esa memoria; la otra vuelve a mirar todas las letras cada vez
    que escribe una (atención).
course-attention-summary = Dos redes reescriben fechas, una de memoria, otra volviendo a mirar cada letra. Predice cuál lo aprende, y mira adónde mira.
course-attention-thumbnail = Una fecha y cómo se tiene que escribir, y adónde mira la red al escribir cada cifra.
course-attention-choice_looks = La que vuelve a mirar
course-attention-reply_looks =
    Sí. La que vuelve a mirar escribe nueve de cada diez fechas no vistas sin un fallo antes de que acaben los 400 pasos; la otra, casi
    ninguna.
course-attention-choice_memory = La que escribe de memoria
course-attention-reply_memory =
    La que escribe de memoria es más sencilla, pero tiene que meter toda la fecha en su memoria antes de escribir la primera cifra. En 400
    pasos no lo aprende; la que vuelve a mirar lo aprende.
course-attention-choice_both = Ambas: una fecha es corta
course-attention-reply_both =
    La que escribe de memoria tiene 48 números, sitio de sobra para una fecha, pero tiene que aprender a empaquetarla y a desempaquetarla.
    En 400 pasos eso no llega a ocurrir, y solo aprende la que vuelve a mirar.
course-attention-choice_neither = Ninguna
course-attention-reply_neither =
    A ninguna se le dicen los nombres de los meses ni el orden de día y año; ambas ven fechas con sus respuestas. A la que vuelve a mirar le
    basta con eso.
course-attention-reply_unsure = Pues míralo: la que vuelve a mirar lo aprende, la que escribe de memoria no.
course-attention-why =
    El año se escribe primero, estuviera donde estuviera; con atención, la red toma cada cifra de donde está, y el error vuelve a ese lugar
    en un solo paso. Sin ella todo tiene que pasar por una memoria, paso a paso, y en 400 pasos no aprende a guardar allí una fecha entera.
course-attention-knob = ¿Qué se tiene que reescribir?
course-attention-knob_dates = Fechas
course-attention-knob_language = Una lengua pequeña
course-attention-knob_short = De 2 a 4 letras, al revés
course-attention-challenge = Encuentra algo que también la red sin atención escriba sin un fallo al menos el 70 % de las veces.
course-attention-challenge_done =
    Una memoria de 48 números basta para unas pocas letras. Cuanto más tiene que pasar por ella, más útil es volver a mirar: tras 600 pasos, sin
    atención apenas sale bien una frase de la lengua pequeña.
course-attention-transfer =
    Un traductor sin atención va bien con frases de ocho palabras y mal con las de cuarenta, aunque ha visto muchas de ambas. ¿Cuál es la
    razón más probable?
course-attention-transfer_words = Las frases largas tienen palabras que no conoce
course-attention-transfer_reply_words =
    El traductor ha visto muchas de ambas, con las mismas palabras. Lo que cambia es cuánto hay que guardar a la vez.
course-attention-transfer_memory = Toda la frase tiene que pasar por una memoria de tamaño fijo
course-attention-transfer_reply_memory = Sí: la memoria es igual de grande para cuarenta palabras que para ocho.
course-attention-transfer_practice = Necesita ver más frases largas
course-attention-transfer_reply_practice =
    Más frases largas ayudan, pero la memoria no crece con ellas: de una frase larga, el traductor sigue teniendo que guardar cinco veces tanto como
    de una corta, en el mismo sitio.
course-attention-recall_gates =
    De cincuenta números había que conservar el primero marcado. ¿Por qué lo aprendió la GRU y la RNN no?
course-attention-recall_gates_larger = La GRU tiene la memoria más grande
course-attention-recall_gates_reply_larger =
    Ambas tenían una memoria del mismo tamaño. La GRU tiene puertas: con ellas el error vuelve hasta el primer número marcado.
course-attention-recall_gates_longer = La GRU se entrenó más tiempo
course-attention-recall_gates_reply_longer =
    Ambas se entrenaron el mismo número de pasos. La GRU tiene puertas: con ellas el error vuelve hasta el primer número marcado.
course-attention-recall_gates_back = Sus puertas dejan que el error vuelva hasta allí
course-attention-recall_gates_reply_back = Sí: lo que vuelve de lejos es de lo que puede aprender una red.
course-attention-recall_half = Cada paso atrás deja la mitad del error. ¿Cuánto llega treinta pasos antes?
course-attention-recall_half_half = La mitad
course-attention-recall_half_sixtieth = Más o menos una sexagésima parte
course-attention-recall_half_billionth = Más o menos una milmillonésima parte
course-attention-recall_half_reply_half = Cada paso toma la mitad de lo que dejó el siguiente: ½ por sí mismo, treinta veces, es más o menos una milmillonésima.
course-attention-recall_half_reply_sixtieth = Los pasos se multiplican, no se suman: ½ por sí mismo, treinta veces, es más o menos una milmillonésima.
course-attention-recall_half_reply_billionth = Sí: ½ por sí mismo, treinta veces.
course-attention-background_1 =
    Antes de escribir la letra i, la red da a cada letra j leída un peso α; todos los pesos juntos son 1. Lo que lee de ahí, c, es la suma de lo
    anotado en cada letra, h, según estos pesos. Sin atención hay un solo c para todas las letras que se escriben: así era en las primeras
    redes que leen y después escriben (Cho y otros; Sutskever, Vinyals y Le, ambos 2014). Sutskever y sus colegas encontraron que ayudaba dar
    la vuelta a la frase antes de leerla, con lo que su comienzo queda cerca.
course-attention-background_2 =
    La puntuación e dice lo bien que va con h lo que toca escribir ahora, que la memoria s conoce; la exponencial y la división convierten las
    puntuaciones en pesos. Bahdanau, Cho y Bengio (2014) dejaron que la encontrara una pequeña red, con tablas de pesos W y v que se aprenden con todo
    lo demás (atención aditiva: la primera línea, y lo que hay aquí); Luong, Pham y Manning (2015) toman un producto (la segunda línea), y lo mismo,
    con otra escala, hace el Transformer (Vaswani y otros 2017). Los pesos muestran de dónde se tomó algo. Si dicen por qué se dio una respuesta es
    objeto de debate (Jain y Wallace 2019).
course-attention-remember = La atención trae lo que hace falta de donde está, en un solo paso; lo que no tiene atención debe llevarlo todo consigo.
`;
