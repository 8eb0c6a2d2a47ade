export default `
## course-convolution: how far a convolution sees

course-convolution-title = Hasta dónde ve una convolución
course-convolution-question = ¿Qué red sabe repetir la letra de quince lugares atrás?
course-convolution-lead =
    En cada lugar se tiene que decir la letra que se leyó quince letras antes. Ambas convoluciones tienen cuatro capas y el mismo número de
    pesos; una capa une dos lugares de lo que hay debajo: en una siempre vecinos (sin dilatar), en la otra lugares a 1, 2, 4 y 8 letras de
    distancia (dilatada ×2).
course-convolution-summary = Dos convoluciones con el mismo número de capas y de pesos tienen que decir la letra leída quince letras antes. Predice cuál puede, y cuenta hasta dónde ve cada una.
course-convolution-thumbnail = Cuáles de las últimas 16 letras llegan a la última respuesta: cinco donde las capas unen vecinos, las 16 donde cada capa mira al doble de distancia que la de abajo.
course-convolution-choice_both = Ambas: son igual de grandes
course-convolution-reply_both =
    Ambas tienen el mismo número de capas y de pesos, pero no llegan igual de lejos: cuatro letras atrás donde se unen vecinos, y quince
    donde las distancias se duplican.
course-convolution-choice_neighbours = La que une vecinos
course-convolution-reply_neighbours =
    La que une vecinos no se salta nada, pero acaba a las cuatro letras. La otra tampoco se salta nada: lo que una capa de arriba pasa por alto,
    las de abajo lo han llevado hasta allí. Con pasos de 1, 2, 4 y 8 se puede formar cualquier distancia hasta quince.
course-convolution-choice_doubled = La que mira cada vez más lejos
course-convolution-reply_doubled =
    Sí. La que mira cada vez más lejos acierta nueve de cada diez letras no vistas tras 60 pasos de entrenamiento; la que une vecinos, una de cada
    ocho, como quien adivina a ciegas.
course-convolution-choice_neither = Ninguna: ven cuatro letras
course-convolution-reply_neither =
    Cuatro capas ven cuatro letras atrás donde cada una une vecinos. Donde las distancias se duplican, se suman: 1 + 2 + 4 + 8 son quince.
course-convolution-reply_unsure = Pues míralo: la que mira cada vez más lejos puede, la que une vecinos adivina.
course-convolution-why =
    Cuatro conexiones llevan de la letra pedida a la respuesta donde las distancias se duplican. Donde se unen vecinos no lleva allí ningún
    camino: esa letra no cuenta nada en absoluto para la respuesta, así que no hay nada de lo que se pudiera aprender.
course-convolution-knob = ¿Hace cuánto se leyó la letra, y quién más tiene que decirla?
course-convolution-knob_near = Hace 4 letras
course-convolution-knob_edge = Hace 15 letras
course-convolution-knob_gru = Hace 15 letras, también una GRU
course-convolution-knob_beyond = Hace 16 letras, también un Transformer
course-convolution-challenge = Encuentra una distancia con la que también la que une vecinos tenga un 90 % de aciertos.
course-convolution-challenge_done =
    Cuatro letras atrás es lo más lejos que ven cuatro capas de vecinos. Para quince tendrían que ser quince capas; donde las distancias se
    duplican bastan cuatro, y una quinta vería 31. Pero 16 queda fuera del alcance de estas cuatro, y ambas adivinan. Un Transformer
    mira cualquier letra en un solo paso; una GRU tiene que llevarla consigo quince veces.
course-convolution-transfer =
    Una convolución ve 200 palabras atrás. De qué trata una película se dice en la primera de 300 palabras, y se pregunta después de la última. El
    tiempo de entrenamiento se multiplica por diez. ¿Qué tal responde entonces?
course-convolution-transfer_slowly = Poco a poco, cada vez mejor
course-convolution-transfer_reply_slowly =
    Entrenar más tiempo cambia los pesos, y ningún peso lleva de esa palabra a la respuesta. Lo que no se ve no se puede aprender, ni deprisa ni
    despacio.
course-convolution-transfer_guess = Como si no hubiera leído esa palabra
course-convolution-transfer_reply_guess =
    Sí: ningún camino lleva de esa palabra a la respuesta. Una capa más que mire al doble de distancia, o la atención, cambiaría eso; el
    entrenamiento no.
course-convolution-transfer_wider = Mejor, si cada capa tiene más pesos
course-convolution-transfer_reply_wider =
    Más pesos en cada capa buscan más patrones en los mismos lugares. Hasta dónde ve depende de cuántas capas hay y de a qué distancia
    mira cada una.
course-convolution-remember =
    Una convolución ve hasta donde suman sus capas, y más allá nada en absoluto: hacen falta tantas capas como letras donde se unen vecinos;
    donde las distancias se duplican, cada capa más duplica hasta dónde ve.
course-convolution-background_1 =
    Cuántas posiciones r ve atrás una convolución (su campo receptivo sin la posición misma) es una suma sobre sus L capas: k es cuántas
    posiciones une una capa, aquí 2, y d cuán separadas están (la dilatación). Con vecinos, r aumenta en uno por capa; con distancias que se
    duplican, se duplica, de modo que para n posiciones bastan unas log n capas. Que una posición tenga un camino no dice que se use: lo que
    cuenta en una red entrenada puede ser mucho menos que lo que podría ver.
course-convolution-background_2 =
    Las redes de retardo temporal (Waibel y otros 1989) eran convoluciones en el tiempo; las dilatadas se dieron a conocer con WaveNet (van den
    Oord y otros 2016) y ByteNet (Kalchbrenner y otros 2016). Vaswani y otros (2017) comparan cuántas conexiones hay entre dos posiciones a
    distancia n: n en una red recurrente, unas log n en una convolución dilatada, 1 con atención; Gehring y otros (2017) cuentan n dividido por k
    para las no dilatadas. Que los caminos más cortos se aprenden con más facilidad es lo que tales tablas defienden, no lo que demuestran. Aquí
    la GRU, cuyo camino tiene una conexión por cada letra, acierta unas tres de cada diez letras tras 300 pasos; pero además tiene que guardar
    quince letras a la vez, cosa que las otras no necesitan. Bai y otros (2018) encontraron que en muchas tareas las convoluciones sencillas eran
    mejores que las redes recurrentes usuales; hasta dónde ven atrás hay que elegirlo antes, como aquí. `;
